import type { Cut } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { PortfolioView } from '../../portfolio.view';

/** By id, as of a number on its timeline. */
export class FindPortfolioQuery extends Query<PortfolioView | undefined> {
  constructor(
    readonly cut: Cut,
    readonly portfolioId: string,
  ) {
    super();
  }
}
