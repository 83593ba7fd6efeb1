import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { GateSetView } from './gate-sets-of';

/** The gates of a portfolio as published at a cut, former versions included. */
export class ListGatesQuery extends Query<readonly GateSetView[]> {
  constructor(
    readonly reading: Reading,
    readonly of: Readonly<{ portfolioId: string }>,
  ) {
    super();
  }
}
