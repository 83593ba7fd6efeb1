import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Motion, type RecordDecision } from '../../domain/motion';
import { factsOfMotion } from '../facts';
import { RecordDecisionCommand } from './record-decision.command';
import { timeZoneOfMotion } from './time-zone-of-motion';

@CommandHandler(RecordDecisionCommand)
export class RecordDecisionHandler implements ICommandHandler<RecordDecisionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { motionId, conditions = [], rationale } }: RecordDecisionCommand) {
    const command = async (gather: Gather): Promise<RecordDecision> => {
      const timeZone = await timeZoneOfMotion(this.runtime, motionId);
      const facts = await factsOfMotion(this.runtime, gather, motionId);
      return { type: 'RecordDecision', data: { rationale, conditions, timeZone, ...facts } };
    };
    return runCommand(this.runtime, Motion, motionId, request, command);
  }
}
