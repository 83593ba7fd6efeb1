import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ProposeProject, ProjectRefusal } from '../../domain/project';

/** Proposes a project; its id derives from the request, so that a proposal sent again finds the first one. */
export class ProposeProjectCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<ProposeProject['data'], 'projectId' | 'portfolio'>,
  ) {
    super();
  }
}
