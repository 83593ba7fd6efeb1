import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Grant, type RevokeGrant } from '../../domain/grant';
import { grantorOf } from './grantor-of';
import { RevokeGrantCommand } from './revoke-grant.command';

@CommandHandler(RevokeGrantCommand)
export class RevokeGrantHandler implements ICommandHandler<RevokeGrantCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { grantId, reason } }: RevokeGrantCommand) {
    const command = async (gather: Gather): Promise<RevokeGrant> => ({
      type: 'RevokeGrant',
      data: { reason, grantor: await grantorOf(this.runtime, gather, grantId) },
    });
    return runCommand(this.runtime, Grant, grantId, request, command);
  }
}
