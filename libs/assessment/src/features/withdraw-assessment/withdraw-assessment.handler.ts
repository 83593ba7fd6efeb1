import { COMMAND_RUNTIME, runCommand, type CommandRuntime, type Gather } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Assessment } from '../../domain/assessment';
import type { WithdrawAssessment } from '../../domain/assessment/assessment.commands';
import { projectOfAssessment } from '../assess/assessed-project';
import { WithdrawAssessmentCommand } from './withdraw-assessment.command';

@CommandHandler(WithdrawAssessmentCommand)
export class WithdrawAssessmentHandler implements ICommandHandler<WithdrawAssessmentCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: WithdrawAssessmentCommand) {
    const { assessmentId } = data;
    const command = async (gather: Gather): Promise<WithdrawAssessment> => ({
      type: 'WithdrawAssessment',
      data: { ...data, project: await projectOfAssessment(this.runtime, gather, assessmentId) },
    });
    return runCommand(this.runtime, Assessment, assessmentId, request, command);
  }
}
