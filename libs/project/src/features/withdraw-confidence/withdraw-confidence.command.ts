import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ProjectRefusal, WithdrawConfidence } from '../../domain/project';

/** A judgement of delivery confidence counts no more; it stays readable. */
export class WithdrawConfidenceCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<WithdrawConfidence['data'], 'portfolio'>,
  ) {
    super();
  }
}
