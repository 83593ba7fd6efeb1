import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ReleaseMotion, ProjectRefusal } from '../../domain/project';

/** Ends the claim of a motion that ended without a decision. */
export class ReleaseMotionCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<ReleaseMotion['data'], 'portfolio'>,
  ) {
    super();
  }
}
