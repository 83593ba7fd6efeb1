import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type ReportStatus } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { ReportStatusCommand } from './report-status.command';

@CommandHandler(ReportStatusCommand)
export class ReportStatusHandler implements ICommandHandler<ReportStatusCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: ReportStatusCommand) {
    const command = async (gather: Gather): Promise<ReportStatus> => ({
      type: 'ReportStatus',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
