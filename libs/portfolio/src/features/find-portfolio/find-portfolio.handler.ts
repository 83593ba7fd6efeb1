import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FindPortfolioQuery } from './find-portfolio.query';
import { portfolioById } from './portfolio-by';

@QueryHandler(FindPortfolioQuery)
export class FindPortfolioHandler implements IQueryHandler<FindPortfolioQuery> {
  execute({ reading: { readModel, cut }, portfolioId }: FindPortfolioQuery) {
    return portfolioById(readModel, cut.number, portfolioId);
  }
}
