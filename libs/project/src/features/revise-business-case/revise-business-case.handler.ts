import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type ReviseBusinessCase } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { ReviseBusinessCaseCommand } from './revise-business-case.command';

@CommandHandler(ReviseBusinessCaseCommand)
export class ReviseBusinessCaseHandler implements ICommandHandler<ReviseBusinessCaseCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: ReviseBusinessCaseCommand) {
    const command = async (gather: Gather): Promise<ReviseBusinessCase> => ({
      type: 'ReviseBusinessCase',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
