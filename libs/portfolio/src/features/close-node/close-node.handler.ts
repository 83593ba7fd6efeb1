import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Composition, compositionIdOf, type CloseNode } from '../../domain/composition';
import { Portfolio } from '../../domain/portfolio';
import { CloseNodeCommand } from './close-node.command';

@CommandHandler(CloseNodeCommand)
export class CloseNodeHandler implements ICommandHandler<CloseNodeCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: CloseNodeCommand) {
    const command = async (gather: Gather): Promise<CloseNode> => ({
      type: 'CloseNode',
      data: { ...data, portfolio: await gather(Portfolio, data.portfolioId) },
    });
    return runCommand(this.runtime, Composition, compositionIdOf(data.portfolioId), request, command);
  }
}
