import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type DeclareInterest } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { DeclareInterestCommand } from './declare-interest.command';

@CommandHandler(DeclareInterestCommand)
export class DeclareInterestHandler implements ICommandHandler<DeclareInterestCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: DeclareInterestCommand) {
    const command = async (gather: Gather): Promise<DeclareInterest> => ({
      type: 'DeclareInterest',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
