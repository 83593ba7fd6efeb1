import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ObjectiveCoverageView } from './objective-coverage-at';

/** How many of the objectives of a portfolio authorised work serves, at a cut. */
export class ObjectiveCoverageQuery extends Query<ObjectiveCoverageView> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ portfolioId: string }>,
  ) {
    super();
  }
}
