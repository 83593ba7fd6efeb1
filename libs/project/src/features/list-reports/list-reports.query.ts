import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ReportView } from '../../report.view';

/** The status reports of a project at a cut. */
export class ListReportsQuery extends Query<readonly ReportView[] | Refused<'project-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly projectId: string,
  ) {
    super();
  }
}
