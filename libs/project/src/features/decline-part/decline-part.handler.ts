import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type DeclinePart } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { DeclinePartCommand } from './decline-part.command';

@CommandHandler(DeclinePartCommand)
export class DeclinePartHandler implements ICommandHandler<DeclinePartCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: DeclinePartCommand) {
    const command = async (gather: Gather): Promise<DeclinePart> => ({
      type: 'DeclinePart',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
