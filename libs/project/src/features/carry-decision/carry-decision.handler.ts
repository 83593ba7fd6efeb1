import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type CarryDecision } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { CarryDecisionCommand } from './carry-decision.command';

@CommandHandler(CarryDecisionCommand)
export class CarryDecisionHandler implements ICommandHandler<CarryDecisionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: CarryDecisionCommand) {
    const command = async (gather: Gather): Promise<CarryDecision> => ({
      type: 'CarryDecision',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
