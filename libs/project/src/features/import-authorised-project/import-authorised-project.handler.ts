import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type ImportAuthorisedProject } from '../../domain/project';
import { ImportAuthorisedProjectCommand } from './import-authorised-project.command';

@CommandHandler(ImportAuthorisedProjectCommand)
export class ImportAuthorisedProjectHandler implements ICommandHandler<ImportAuthorisedProjectCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: ImportAuthorisedProjectCommand) {
    const command = async (gather: Gather): Promise<ImportAuthorisedProject> => ({
      type: 'ImportAuthorisedProject',
      data: { ...data, portfolio: await gather(Portfolio, data.portfolioId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
