import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { CloseProject, ProjectRefusal } from '../../domain/project';

/** The closure report of work that has ended. */
export class CloseProjectCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<CloseProject['data'], 'portfolio'>,
  ) {
    super();
  }
}
