import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Strategy, strategyIdOf, type ReviseObjective } from '../../domain/strategy';
import { Portfolio } from '../../domain/portfolio';
import { ReviseObjectiveCommand } from './revise-objective.command';

@CommandHandler(ReviseObjectiveCommand)
export class ReviseObjectiveHandler implements ICommandHandler<ReviseObjectiveCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: ReviseObjectiveCommand) {
    const command = async (gather: Gather): Promise<ReviseObjective> => ({
      type: 'ReviseObjective',
      data: { ...data, portfolio: await gather(Portfolio, data.portfolioId) },
    });
    return runCommand(this.runtime, Strategy, strategyIdOf(data.portfolioId), request, command);
  }
}
