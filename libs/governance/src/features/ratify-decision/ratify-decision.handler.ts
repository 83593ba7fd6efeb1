import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Motion, type RatifyDecision } from '../../domain/motion';
import { factsOfWindows } from '../facts-of-windows';
import { RatifyDecisionCommand } from './ratify-decision.command';

@CommandHandler(RatifyDecisionCommand)
export class RatifyDecisionHandler implements ICommandHandler<RatifyDecisionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { motionId, reason } }: RatifyDecisionCommand) {
    const command = async (gather: Gather): Promise<RatifyDecision> => ({
      type: 'RatifyDecision',
      data: { reason, ...(await factsOfWindows(this.runtime, gather, motionId)) },
    });
    return runCommand(this.runtime, Motion, motionId, request, command);
  }
}
