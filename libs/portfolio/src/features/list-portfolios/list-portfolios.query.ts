import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { PortfolioView } from '../../portfolio.view';

export class ListPortfoliosQuery extends Query<readonly PortfolioView[]> {
  constructor(readonly reading: Reading) {
    super();
  }
}
