import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Composition, compositionIdOf, type MoveNode } from '../../domain/composition';
import { Portfolio } from '../../domain/portfolio';
import { MoveNodeCommand } from './move-node.command';

@CommandHandler(MoveNodeCommand)
export class MoveNodeHandler implements ICommandHandler<MoveNodeCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: MoveNodeCommand) {
    const command = async (gather: Gather): Promise<MoveNode> => ({
      type: 'MoveNode',
      data: { ...data, portfolio: await gather(Portfolio, data.portfolioId) },
    });
    return runCommand(this.runtime, Composition, compositionIdOf(data.portfolioId), request, command);
  }
}
