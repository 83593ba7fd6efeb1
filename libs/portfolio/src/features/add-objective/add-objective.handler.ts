import { COMMAND_RUNTIME, newIdFor, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Strategy, strategyIdOf, type AddObjective } from '../../domain/strategy';
import { Portfolio } from '../../domain/portfolio';
import { receiptOf } from '../../receipt-of';
import { AddObjectiveCommand } from './add-objective.command';

@CommandHandler(AddObjectiveCommand)
export class AddObjectiveHandler implements ICommandHandler<AddObjectiveCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  async execute({ request, data }: AddObjectiveCommand) {
    const objectiveId = newIdFor(request);
    const command = async (gather: Gather): Promise<AddObjective> => ({
      type: 'AddObjective',
      data: { ...data, objectiveId, portfolio: await gather(Portfolio, data.portfolioId) },
    });
    const id = strategyIdOf(data.portfolioId);
    return receiptOf(objectiveId, await runCommand(this.runtime, Strategy, id, request, command));
  }
}
