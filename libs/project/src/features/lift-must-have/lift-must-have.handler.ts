import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type LiftMustHave } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { LiftMustHaveCommand } from './lift-must-have.command';

@CommandHandler(LiftMustHaveCommand)
export class LiftMustHaveHandler implements ICommandHandler<LiftMustHaveCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: LiftMustHaveCommand) {
    const command = async (gather: Gather): Promise<LiftMustHave> => ({
      type: 'LiftMustHave',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
