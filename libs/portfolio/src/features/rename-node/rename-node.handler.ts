import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Composition, compositionIdOf, type RenameNode } from '../../domain/composition';
import { Portfolio } from '../../domain/portfolio';
import { RenameNodeCommand } from './rename-node.command';

@CommandHandler(RenameNodeCommand)
export class RenameNodeHandler implements ICommandHandler<RenameNodeCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: RenameNodeCommand) {
    const command = async (gather: Gather): Promise<RenameNode> => ({
      type: 'RenameNode',
      data: { ...data, portfolio: await gather(Portfolio, data.portfolioId) },
    });
    return runCommand(this.runtime, Composition, compositionIdOf(data.portfolioId), request, command);
  }
}
