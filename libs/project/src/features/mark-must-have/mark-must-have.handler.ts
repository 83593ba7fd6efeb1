import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type MarkMustHave } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { MarkMustHaveCommand } from './mark-must-have.command';

@CommandHandler(MarkMustHaveCommand)
export class MarkMustHaveHandler implements ICommandHandler<MarkMustHaveCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: MarkMustHaveCommand) {
    const command = async (gather: Gather): Promise<MarkMustHave> => ({
      type: 'MarkMustHave',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
