import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { CorrectReport, ProjectRefusal } from '../../domain/project';

/** States the report of a day anew; what it said before stays readable. */
export class CorrectReportCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<CorrectReport['data'], 'portfolio'>,
  ) {
    super();
  }
}
