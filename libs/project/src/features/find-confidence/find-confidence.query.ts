import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ConfidenceAnswer } from './confidence-of';

/** Who judged the delivery of a project, what lists published of it, and which of these counts, at a cut. */
export class FindConfidenceQuery extends Query<ConfidenceAnswer | Refused<'project-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly projectId: string,
  ) {
    super();
  }
}
