import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type RedescribeProject } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { RedescribeProjectCommand } from './redescribe-project.command';

@CommandHandler(RedescribeProjectCommand)
export class RedescribeProjectHandler implements ICommandHandler<RedescribeProjectCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: RedescribeProjectCommand) {
    const command = async (gather: Gather): Promise<RedescribeProject> => ({
      type: 'RedescribeProject',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
