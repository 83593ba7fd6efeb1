import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { AssessmentHistory, AssessmentHistoryParams } from './assessment-history';

/** What became of every assessment of one project up to a cut. */
export class AssessmentHistoryQuery extends Query<AssessmentHistory | Refused<'project-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly params: AssessmentHistoryParams,
  ) {
    super();
  }
}
