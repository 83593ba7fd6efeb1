import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { DeclinePart, ProjectRefusal } from '../../domain/project';

/** The person who is named as sponsor or manager declines, with the reason. */
export class DeclinePartCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<DeclinePart['data'], 'portfolio'>,
  ) {
    super();
  }
}
