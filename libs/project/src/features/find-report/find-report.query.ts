import type { Day, Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ReportView } from '../../report.view';

/** The report of a project for one day at a cut. */
export class FindReportQuery extends Query<ReportView | Refused<'project-unknown' | 'report-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly projectId: string,
    readonly day: Day,
  ) {
    super();
  }
}
