import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { PlaceProject, ProjectRefusal } from '../../domain/project';

/** Puts a project into a node of its portfolio; null: back into the portfolio itself. */
export class PlaceProjectCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Pick<PlaceProject['data'], 'projectId' | 'nodeId'>,
  ) {
    super();
  }
}
