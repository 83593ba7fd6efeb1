import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Condition, type ConfirmCondition } from '../../domain/condition';
import { factsOfCondition } from '../facts-of-condition';
import { ConfirmConditionCommand } from './confirm-condition.command';

@CommandHandler(ConfirmConditionCommand)
export class ConfirmConditionHandler implements ICommandHandler<ConfirmConditionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { conditionId, ...data } }: ConfirmConditionCommand) {
    const command = async (gather: Gather): Promise<ConfirmCondition> => ({
      type: 'ConfirmCondition',
      data: { ...data, ...(await factsOfCondition(this.runtime, gather, conditionId)) },
    });
    return runCommand(this.runtime, Condition, conditionId, request, command);
  }
}
