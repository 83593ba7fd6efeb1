import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { LiftMustHave, ProjectRefusal } from '../../domain/project';

/** Lets a component compete for its place again, with the reason. */
export class LiftMustHaveCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<LiftMustHave['data'], 'portfolio'>,
  ) {
    super();
  }
}
