import { COMMAND_RUNTIME, runCommand, type CommandRuntime } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Assessment } from '../../domain/assessment';
import type { WithdrawAssessment } from '../../domain/assessment/assessment.commands';
import { WithdrawAssessmentCommand } from './withdraw-assessment.command';

@CommandHandler(WithdrawAssessmentCommand)
export class WithdrawAssessmentHandler implements ICommandHandler<WithdrawAssessmentCommand> {
  constructor(@Inject(COMMAND_RUNTIME) private readonly runtime: CommandRuntime) {}

  execute({ request, data }: WithdrawAssessmentCommand) {
    return runCommand(this.runtime, Assessment, data.assessmentId, request, (): WithdrawAssessment => ({
      type: 'WithdrawAssessment',
      data,
    }));
  }
}
