import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { AlignmentFacts, AlignmentRefusal, ConfirmContribution } from '../../domain/alignment';

/** Says, for the PMO, how strongly a project serves an objective: from here on it counts. */
export class ConfirmContributionCommand extends Command<Receipt | Refused<AlignmentRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<ConfirmContribution['data'], keyof AlignmentFacts>,
  ) {
    super();
  }
}
