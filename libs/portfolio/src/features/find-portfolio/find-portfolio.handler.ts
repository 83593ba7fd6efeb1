import { LIVE_READ_MODEL, type LiveReadModel } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FindPortfolioQuery } from './find-portfolio.query';
import { portfolioById } from './portfolio-by';

@QueryHandler(FindPortfolioQuery)
export class FindPortfolioHandler implements IQueryHandler<FindPortfolioQuery> {
  constructor(@Inject(LIVE_READ_MODEL) private readonly live: LiveReadModel) {}

  execute({ cut, portfolioId }: FindPortfolioQuery) {
    return portfolioById(this.live.current(), cut.number, portfolioId);
  }
}
