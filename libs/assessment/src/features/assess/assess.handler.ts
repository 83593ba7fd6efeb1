import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Project } from '@docket/project';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Assessment, assessmentIdOf } from '../../domain/assessment';
import type { Assess } from '../../domain/assessment/assessment.commands';
import { ScoringModel } from '../../domain/scoring-model';
import { AssessCommand } from './assess.command';
import { assessedProject } from './assessed-project';

@CommandHandler(AssessCommand)
export class AssessHandler implements ICommandHandler<AssessCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: AssessCommand) {
    const assessmentId = assessmentIdOf({ ...data, assessor: request.actor });
    const command = async (gather: Gather): Promise<Assess> => ({
      type: 'Assess',
      data: {
        ...data,
        assessmentId,
        model: await gather(ScoringModel, data.modelId),
        project: assessedProject(await gather(Project, data.projectId)),
      },
    });
    return runCommand(this.runtime, Assessment, assessmentId, request, command);
  }
}
