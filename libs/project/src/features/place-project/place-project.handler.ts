import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type PlaceProject } from '../../domain/project';
import { placingFacts } from './placing-facts';
import { PlaceProjectCommand } from './place-project.command';

@CommandHandler(PlaceProjectCommand)
export class PlaceProjectHandler implements ICommandHandler<PlaceProjectCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: PlaceProjectCommand) {
    const command = async (gather: Gather): Promise<PlaceProject> => ({
      type: 'PlaceProject',
      data: { ...data, ...(await placingFacts(this.runtime, gather, data)) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
