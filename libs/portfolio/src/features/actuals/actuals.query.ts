import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ActualView, OfObjective } from './actuals-of';

/** The values reported for an objective, at a cut. */
export class ActualsQuery extends Query<readonly ActualView[] | Refused<'objective-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly params: OfObjective,
  ) {
    super();
  }
}
