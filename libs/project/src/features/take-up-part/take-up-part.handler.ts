import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type TakeUpPart } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { TakeUpPartCommand } from './take-up-part.command';

@CommandHandler(TakeUpPartCommand)
export class TakeUpPartHandler implements ICommandHandler<TakeUpPartCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: TakeUpPartCommand) {
    const command = async (gather: Gather): Promise<TakeUpPart> => ({
      type: 'TakeUpPart',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
