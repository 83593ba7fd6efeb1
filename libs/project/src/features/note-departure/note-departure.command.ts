import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { NoteDeparture, ProjectRefusal } from '../../domain/project';

/** Says that a list names the project no more. */
export class NoteDepartureCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<NoteDeparture['data'], 'portfolio'>,
  ) {
    super();
  }
}
