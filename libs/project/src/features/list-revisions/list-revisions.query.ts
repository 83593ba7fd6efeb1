import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { CaseRevision } from './revisions-of';

/** The revisions of the business case of a project at a cut. */
export class ListRevisionsQuery extends Query<readonly CaseRevision[] | Refused<'project-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly projectId: string,
  ) {
    super();
  }
}
