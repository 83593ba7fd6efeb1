import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Motion, type EscalateMotion } from '../../domain/motion';
import { EscalateMotionCommand } from './escalate-motion.command';
import { factsOfEscalating } from './facts-of-escalating';

@CommandHandler(EscalateMotionCommand)
export class EscalateMotionHandler implements ICommandHandler<EscalateMotionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: EscalateMotionCommand) {
    const command = async (gather: Gather): Promise<EscalateMotion> => ({
      type: 'EscalateMotion',
      data: { reason: data.reason, ...(await factsOfEscalating(this.runtime, gather, data)) },
    });
    return runCommand(this.runtime, Motion, data.motionId, request, command);
  }
}
