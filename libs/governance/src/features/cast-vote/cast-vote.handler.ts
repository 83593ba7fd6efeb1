import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Motion, type CastVote } from '../../domain/motion';
import { factsOfMotion } from '../facts';
import { CastVoteCommand } from './cast-vote.command';

@CommandHandler(CastVoteCommand)
export class CastVoteHandler implements ICommandHandler<CastVoteCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { motionId, ...data } }: CastVoteCommand) {
    const command = async (gather: Gather): Promise<CastVote> => ({
      type: 'CastVote',
      data: { ...data, ...(await factsOfMotion(this.runtime, gather, motionId)) },
    });
    return runCommand(this.runtime, Motion, motionId, request, command);
  }
}
