import { COMMAND_RUNTIME, newIdFor, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type ProposeProject } from '../../domain/project';
import { ProposeProjectCommand } from './propose-project.command';

@CommandHandler(ProposeProjectCommand)
export class ProposeProjectHandler implements ICommandHandler<ProposeProjectCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: ProposeProjectCommand) {
    const projectId = newIdFor(request);
    const command = async (gather: Gather): Promise<ProposeProject> => ({
      type: 'ProposeProject',
      data: { ...data, projectId, portfolio: await gather(Portfolio, data.portfolioId) },
    });
    return runCommand(this.runtime, Project, projectId, request, command);
  }
}
