import type { Receipt, Refused, Request, RunCode } from '@docket/kernel';
import { Command } from '@nestjs/cqrs';
import type { ReportStatus, ProjectRefusal } from '../../domain/project';

/** Gives one periodic report, live or from imported history. */
export class ReportStatusCommand extends Command<Receipt | Refused<ProjectRefusal | RunCode>> {
  constructor(
    readonly request: Request,
    readonly data: Omit<ReportStatus['data'], 'portfolio'>,
  ) {
    super();
  }
}
