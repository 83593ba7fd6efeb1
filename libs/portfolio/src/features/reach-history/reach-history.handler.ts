import { COMMAND_RUNTIME, runCommand, type CommandRuntime } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Portfolio, type ReachHistory } from '../../domain/portfolio';
import { ReachHistoryCommand } from './reach-history.command';

@CommandHandler(ReachHistoryCommand)
export class ReachHistoryHandler implements ICommandHandler<ReachHistoryCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: ReachHistoryCommand) {
    return runCommand(this.runtime, Portfolio, data.portfolioId, request, (): ReachHistory => ({
      type: 'ReachHistory',
      data,
    }));
  }
}
