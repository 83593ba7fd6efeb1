import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ObjectiveFilter, ObjectiveView } from './objectives-of';

/** The objectives of a portfolio at a cut, each with its progress. */
export class ObjectivesQuery extends Query<readonly ObjectiveView[]> {
  constructor(
    readonly reading: Reading,
    readonly params: ObjectiveFilter,
  ) {
    super();
  }
}
