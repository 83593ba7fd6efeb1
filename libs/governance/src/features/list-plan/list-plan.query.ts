import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { PlannedComponent } from './plan-of-record';

/** The plan of record of a portfolio at a cut. */
export class ListPlanQuery extends Query<readonly PlannedComponent[]> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ portfolioId: string }>,
  ) {
    super();
  }
}
