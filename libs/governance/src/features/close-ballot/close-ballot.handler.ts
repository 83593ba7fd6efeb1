import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Motion, type CloseBallot } from '../../domain/motion';
import { factsOfMotion } from '../facts';
import { CloseBallotCommand } from './close-ballot.command';

@CommandHandler(CloseBallotCommand)
export class CloseBallotHandler implements ICommandHandler<CloseBallotCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { motionId, ...data } }: CloseBallotCommand) {
    const command = async (gather: Gather): Promise<CloseBallot> => ({
      type: 'CloseBallot',
      data: { ...data, ...(await factsOfMotion(this.runtime, gather, motionId)) },
    });
    return runCommand(this.runtime, Motion, motionId, request, command);
  }
}
