import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { EarnedValueAnswer } from './earned-value-of-project';

/** What follows from the latest report of a project at a cut. */
export class FindEarnedValueQuery extends Query<EarnedValueAnswer | Refused<'project-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly projectId: string,
  ) {
    super();
  }
}
