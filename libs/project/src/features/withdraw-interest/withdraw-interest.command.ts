import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { WithdrawInterest, ProjectRefusal } from '../../domain/project';

/** An interest has ended, with the reason. */
export class WithdrawInterestCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<WithdrawInterest['data'], 'portfolio'>,
  ) {
    super();
  }
}
