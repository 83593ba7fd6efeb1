import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { DecisionView } from '../../governance.view';

/** The decision register of a portfolio at a cut. */
export class ListDecisionsQuery extends Query<readonly DecisionView[]> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ portfolioId: string }>,
  ) {
    super();
  }
}
