import { COMMAND_RUNTIME, runCommand, type CommandRuntime } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Body, type SeatMember } from '../../domain/body';
import { SeatMemberCommand } from './seat-member.command';

@CommandHandler(SeatMemberCommand)
export class SeatMemberHandler implements ICommandHandler<SeatMemberCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { bodyId, ...data } }: SeatMemberCommand) {
    return runCommand(this.runtime, Body, bodyId, request, (): SeatMember => ({ type: 'SeatMember', data }));
  }
}
