import { COMMAND_RUNTIME, runCommand, type CommandRuntime } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Motion, type CastVote } from '../../domain/motion';
import { CastVoteCommand } from './cast-vote.command';

@CommandHandler(CastVoteCommand)
export class CastVoteHandler implements ICommandHandler<CastVoteCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { motionId, ...data } }: CastVoteCommand) {
    return runCommand(this.runtime, Motion, motionId, request, (): CastVote => ({ type: 'CastVote', data }));
  }
}
