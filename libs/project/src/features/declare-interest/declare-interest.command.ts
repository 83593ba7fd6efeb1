import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { DeclareInterest, ProjectRefusal } from '../../domain/project';

/** A person has an interest in a component, and neither assesses nor decides on it from now on. */
export class DeclareInterestCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<DeclareInterest['data'], 'portfolio'>,
  ) {
    super();
  }
}
