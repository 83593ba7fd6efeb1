import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ImportAuthorisedProject, ProjectRefusal } from '../../domain/project';

/** Takes over a project from a list of authorised work; its id derives from the request: one key per project. */
export class ImportAuthorisedProjectCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<ImportAuthorisedProject['data'], 'projectId' | 'portfolio'>,
  ) {
    super();
  }
}
