import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Motion, type CallInDecision } from '../../domain/motion';
import { factsOfWindows } from '../facts-of-windows';
import { CallInDecisionCommand } from './call-in-decision.command';

@CommandHandler(CallInDecisionCommand)
export class CallInDecisionHandler implements ICommandHandler<CallInDecisionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { motionId, reason } }: CallInDecisionCommand) {
    const command = async (gather: Gather): Promise<CallInDecision> => ({
      type: 'CallInDecision',
      data: { reason, ...(await factsOfWindows(this.runtime, gather, motionId)) },
    });
    return runCommand(this.runtime, Motion, motionId, request, command);
  }
}
