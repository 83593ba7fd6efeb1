import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ClosureAnswer } from './closure-of';

/** The closure report of a project at a cut, or by when it is due. */
export class FindClosureQuery extends Query<ClosureAnswer | Refused<'project-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly of: Readonly<{ projectId: string }>,
  ) {
    super();
  }
}
