import { COMMAND_RUNTIME, type CommandRuntime } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { closeBallot } from './close-ballot';
import { CloseBallotCommand } from './close-ballot.command';

@CommandHandler(CloseBallotCommand)
export class CloseBallotHandler implements ICommandHandler<CloseBallotCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: CloseBallotCommand) {
    return closeBallot(this.runtime, request, data);
  }
}
