import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Motion, type RecordDecision } from '../../domain/motion';
import { factsOfMotion } from '../facts';
import { RecordDecisionCommand } from './record-decision.command';

@CommandHandler(RecordDecisionCommand)
export class RecordDecisionHandler implements ICommandHandler<RecordDecisionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { motionId, ...data } }: RecordDecisionCommand) {
    const command = async (gather: Gather): Promise<RecordDecision> => ({
      type: 'RecordDecision',
      data: { ...data, ...(await factsOfMotion(this.runtime, gather, motionId)) },
    });
    return runCommand(this.runtime, Motion, motionId, request, command);
  }
}
