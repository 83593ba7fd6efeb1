import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ClosureDetail } from './closure-of';

/** The closure report of a project at a cut, with what it said before it was corrected. */
export class FindClosureQuery extends Query<
  ClosureDetail | Refused<'project-unknown' | 'closure-not-given'>
> {
  constructor(
    readonly reading: Reading,
    readonly of: Readonly<{ projectId: string }>,
  ) {
    super();
  }
}
