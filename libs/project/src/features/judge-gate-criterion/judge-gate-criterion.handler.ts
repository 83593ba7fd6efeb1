import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Project, type JudgeGateCriterion } from '../../domain/project';
import { portfolioOfProject } from '../../portfolio-facts';
import { JudgeGateCriterionCommand } from './judge-gate-criterion.command';

@CommandHandler(JudgeGateCriterionCommand)
export class JudgeGateCriterionHandler implements ICommandHandler<JudgeGateCriterionCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: JudgeGateCriterionCommand) {
    const command = async (gather: Gather): Promise<JudgeGateCriterion> => ({
      type: 'JudgeGateCriterion',
      data: { ...data, portfolio: await portfolioOfProject(this.runtime, gather, data.projectId) },
    });
    return runCommand(this.runtime, Project, data.projectId, request, command);
  }
}
