import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ReviseBusinessCase, ProjectRefusal } from '../../domain/project';

/** States the whole business case anew. */
export class ReviseBusinessCaseCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<ReviseBusinessCase['data'], 'portfolio'>,
  ) {
    super();
  }
}
