import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { DecisionTimesOfPortfolio } from './decision-times';

/** How long decisions took in a portfolio, at a cut. */
export class FindDecisionTimesQuery extends Query<DecisionTimesOfPortfolio> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ portfolioId: string }>,
  ) {
    super();
  }
}
