import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { CarryDecision, ProjectRefusal } from '../../domain/project';

/** Carries the recorded decision of a motion to the project. */
export class CarryDecisionCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<CarryDecision['data'], 'portfolio'>,
  ) {
    super();
  }
}
