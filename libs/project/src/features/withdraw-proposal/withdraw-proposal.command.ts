import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { WithdrawProposal, ProjectRefusal } from '../../domain/project';

/** Takes a proposal back, with the reason. */
export class WithdrawProposalCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<WithdrawProposal['data'], 'portfolio'>,
  ) {
    super();
  }
}
