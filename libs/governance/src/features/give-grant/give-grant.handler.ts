import { COMMAND_RUNTIME, newIdFor, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Grant, type GiveGrant } from '../../domain/grant';
import { factsOfGiving } from '../grant-facts';
import { withEntry } from './entered-grant';
import { GiveGrantCommand } from './give-grant.command';

@CommandHandler(GiveGrantCommand)
export class GiveGrantHandler implements ICommandHandler<GiveGrantCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: GiveGrantCommand) {
    const grantId = newIdFor(request);
    const asked = { ...data, callInHours: data.callInHours ?? null, grantId };
    const command = async (gather: Gather): Promise<GiveGrant> => ({
      type: 'GiveGrant',
      data: { ...asked, ...(await factsOfGiving(gather, asked)) },
    });
    return withEntry(this.runtime, request, asked, () =>
      runCommand(this.runtime, Grant, grantId, request, command),
    );
  }
}
