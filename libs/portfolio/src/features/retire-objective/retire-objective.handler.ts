import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Strategy, strategyIdOf, type RetireObjective } from '../../domain/strategy';
import { Portfolio } from '../../domain/portfolio';
import { RetireObjectiveCommand } from './retire-objective.command';

@CommandHandler(RetireObjectiveCommand)
export class RetireObjectiveHandler implements ICommandHandler<RetireObjectiveCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: RetireObjectiveCommand) {
    const command = async (gather: Gather): Promise<RetireObjective> => ({
      type: 'RetireObjective',
      data: { ...data, portfolio: await gather(Portfolio, data.portfolioId) },
    });
    return runCommand(this.runtime, Strategy, strategyIdOf(data.portfolioId), request, command);
  }
}
