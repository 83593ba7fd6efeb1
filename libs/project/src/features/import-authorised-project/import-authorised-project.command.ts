import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ImportAuthorisedProject, ProjectRefusal } from '../../domain/project';

/** Takes over a project from a list of authorised work; the importer derives its id from what identifies it in its lists. */
export class ImportAuthorisedProjectCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<ImportAuthorisedProject['data'], 'portfolio'>,
  ) {
    super();
  }
}
