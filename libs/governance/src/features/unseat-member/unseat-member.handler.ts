import { COMMAND_RUNTIME, runCommand, type CommandRuntime } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Body, type UnseatMember } from '../../domain/body';
import { UnseatMemberCommand } from './unseat-member.command';

@CommandHandler(UnseatMemberCommand)
export class UnseatMemberHandler implements ICommandHandler<UnseatMemberCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { bodyId, ...data } }: UnseatMemberCommand) {
    return runCommand(this.runtime, Body, bodyId, request, (): UnseatMember => ({
      type: 'UnseatMember',
      data,
    }));
  }
}
