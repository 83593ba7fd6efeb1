import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type CorrectClosure } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { CorrectClosureCommand } from './correct-closure.command';

@CommandHandler(CorrectClosureCommand)
export class CorrectClosureHandler implements ICommandHandler<CorrectClosureCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: CorrectClosureCommand) {
    const command = async (gather: Gather): Promise<CorrectClosure> => ({
      type: 'CorrectClosure',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
