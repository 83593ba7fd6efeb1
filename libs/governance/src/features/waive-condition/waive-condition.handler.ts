import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Condition, type WaiveCondition } from '../../domain/condition';
import { factsOfCondition } from '../facts-of-condition';
import { WaiveConditionCommand } from './waive-condition.command';

@CommandHandler(WaiveConditionCommand)
export class WaiveConditionHandler implements ICommandHandler<WaiveConditionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { conditionId, ...data } }: WaiveConditionCommand) {
    const command = async (gather: Gather): Promise<WaiveCondition> => ({
      type: 'WaiveCondition',
      data: { ...data, ...(await factsOfCondition(this.runtime, gather, conditionId)) },
    });
    return runCommand(this.runtime, Condition, conditionId, request, command);
  }
}
