import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { PortfolioView } from '../../portfolio.view';

/** By id, as of a number on its timeline. */
export class FindPortfolioQuery extends Query<PortfolioView | undefined> {
  constructor(
    readonly reading: Reading,
    readonly portfolioId: string,
  ) {
    super();
  }
}
