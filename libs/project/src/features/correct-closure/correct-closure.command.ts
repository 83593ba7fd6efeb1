import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { CorrectClosure, ProjectRefusal } from '../../domain/project';

/** States a closure report anew, with the reason. */
export class CorrectClosureCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<CorrectClosure['data'], 'portfolio'>,
  ) {
    super();
  }
}
