import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type NoteReturn } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { NoteReturnCommand } from './note-return.command';

@CommandHandler(NoteReturnCommand)
export class NoteReturnHandler implements ICommandHandler<NoteReturnCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: NoteReturnCommand) {
    const command = async (gather: Gather): Promise<NoteReturn> => ({
      type: 'NoteReturn',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
