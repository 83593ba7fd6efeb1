import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Motion, type WithdrawMotion } from '../../domain/motion';
import { factsOfMotion } from '../facts';
import { WithdrawMotionCommand } from './withdraw-motion.command';

@CommandHandler(WithdrawMotionCommand)
export class WithdrawMotionHandler implements ICommandHandler<WithdrawMotionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { motionId, ...data } }: WithdrawMotionCommand) {
    const command = async (gather: Gather): Promise<WithdrawMotion> => ({
      type: 'WithdrawMotion',
      data: { ...data, ...(await factsOfMotion(this.runtime, gather, motionId)) },
    });
    return runCommand(this.runtime, Motion, motionId, request, command);
  }
}
