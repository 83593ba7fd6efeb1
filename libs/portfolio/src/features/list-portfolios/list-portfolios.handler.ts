import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ListPortfoliosQuery } from './list-portfolios.query';
import { portfoliosOf } from './portfolios-of';

@QueryHandler(ListPortfoliosQuery)
export class ListPortfoliosHandler implements IQueryHandler<ListPortfoliosQuery> {
  execute({ reading: { readModel, cut } }: ListPortfoliosQuery) {
    return portfoliosOf(readModel, cut);
  }
}
