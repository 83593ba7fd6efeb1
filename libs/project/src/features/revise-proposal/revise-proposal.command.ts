import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ReviseProposal, ProjectRefusal } from '../../domain/project';

/** States the whole business case anew. */
export class ReviseProposalCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<ReviseProposal['data'], 'portfolio'>,
  ) {
    super();
  }
}
