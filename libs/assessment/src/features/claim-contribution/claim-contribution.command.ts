import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { AlignmentFacts, AlignmentRefusal, ClaimContribution } from '../../domain/alignment';

/** Says how strongly a project serves an objective; it counts once the PMO confirms it. */
export class ClaimContributionCommand extends Command<Receipt | Refused<AlignmentRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<ClaimContribution['data'], keyof AlignmentFacts>,
  ) {
    super();
  }
}
