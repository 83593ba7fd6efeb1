import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type GiveGateEvidence } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { GiveGateEvidenceCommand } from './give-gate-evidence.command';

@CommandHandler(GiveGateEvidenceCommand)
export class GiveGateEvidenceHandler implements ICommandHandler<GiveGateEvidenceCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: GiveGateEvidenceCommand) {
    const command = async (gather: Gather): Promise<GiveGateEvidence> => ({
      type: 'GiveGateEvidence',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
