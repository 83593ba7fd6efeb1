import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { RollUpAnswer } from './roll-up-at';

/** What the components of a portfolio and of each of its nodes come to, at a cut. */
export class RollUpQuery extends Query<RollUpAnswer | Refused<'portfolio-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ portfolioId: string }>,
  ) {
    super();
  }
}
