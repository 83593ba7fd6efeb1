import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { AlignmentFacts, AlignmentRefusal, WithdrawContribution } from '../../domain/alignment';

/** Takes back what was said a project contributes to an objective. */
export class WithdrawContributionCommand extends Command<Receipt | Refused<AlignmentRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<WithdrawContribution['data'], keyof AlignmentFacts>,
  ) {
    super();
  }
}
