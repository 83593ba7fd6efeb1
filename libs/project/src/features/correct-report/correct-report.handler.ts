import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type CorrectReport } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { CorrectReportCommand } from './correct-report.command';

@CommandHandler(CorrectReportCommand)
export class CorrectReportHandler implements ICommandHandler<CorrectReportCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: CorrectReportCommand) {
    const command = async (gather: Gather): Promise<CorrectReport> => ({
      type: 'CorrectReport',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
