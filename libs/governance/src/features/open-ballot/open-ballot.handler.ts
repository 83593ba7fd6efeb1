import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Motion, type OpenBallot } from '../../domain/motion';
import { factsOfMotion } from '../facts';
import { OpenBallotCommand } from './open-ballot.command';

@CommandHandler(OpenBallotCommand)
export class OpenBallotHandler implements ICommandHandler<OpenBallotCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { motionId, ...data } }: OpenBallotCommand) {
    const command = async (gather: Gather): Promise<OpenBallot> => ({
      type: 'OpenBallot',
      data: { ...data, ...(await factsOfMotion(this.runtime, gather, motionId)) },
    });
    return runCommand(this.runtime, Motion, motionId, request, command);
  }
}
