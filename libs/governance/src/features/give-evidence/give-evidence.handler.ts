import { COMMAND_RUNTIME, runCommand, type CommandRuntime } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Condition, type GiveEvidence } from '../../domain/condition';
import { GiveEvidenceCommand } from './give-evidence.command';

@CommandHandler(GiveEvidenceCommand)
export class GiveEvidenceHandler implements ICommandHandler<GiveEvidenceCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data: { conditionId, evidence } }: GiveEvidenceCommand) {
    return runCommand(this.runtime, Condition, conditionId, request, (): GiveEvidence => ({
      type: 'GiveEvidence',
      data: { evidence },
    }));
  }
}
