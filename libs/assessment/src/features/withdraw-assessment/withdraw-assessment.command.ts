import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { AssessmentCommandRefusal } from '../../domain/assessment/assessment.commands';

/** Takes an assessment back as a whole: its ratings are missing from then on. */
export class WithdrawAssessmentCommand extends Command<
  Receipt | Refused<AssessmentCommandRefusal | RunCode>
> {
  constructor(
    readonly request: Request,
    readonly data: Readonly<{ assessmentId: string; reason: string }>,
  ) {
    super();
  }
}
