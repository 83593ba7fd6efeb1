import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { RedescribeProject, ProjectRefusal } from '../../domain/project';

/** Says how a later list describes the project; what is not given is not said. */
export class RedescribeProjectCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<RedescribeProject['data'], 'portfolio'>,
  ) {
    super();
  }
}
