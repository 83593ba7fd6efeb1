import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type CloseProject } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { CloseProjectCommand } from './close-project.command';

@CommandHandler(CloseProjectCommand)
export class CloseProjectHandler implements ICommandHandler<CloseProjectCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: CloseProjectCommand) {
    const command = async (gather: Gather): Promise<CloseProject> => ({
      type: 'CloseProject',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
