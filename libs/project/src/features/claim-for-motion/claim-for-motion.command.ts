import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ClaimForMotion, ProjectRefusal } from '../../domain/project';

/** Claims a project for a motion: at most one is open. */
export class ClaimForMotionCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<ClaimForMotion['data'], 'portfolio'>,
  ) {
    super();
  }
}
