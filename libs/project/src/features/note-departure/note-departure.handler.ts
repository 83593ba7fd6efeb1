import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type NoteDeparture } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { NoteDepartureCommand } from './note-departure.command';

@CommandHandler(NoteDepartureCommand)
export class NoteDepartureHandler implements ICommandHandler<NoteDepartureCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: NoteDepartureCommand) {
    const command = async (gather: Gather): Promise<NoteDeparture> => ({
      type: 'NoteDeparture',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
