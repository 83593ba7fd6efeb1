import { LIVE_READ_MODEL, type LiveReadModel } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ListPortfoliosQuery } from './list-portfolios.query';
import { portfoliosOf } from './portfolios-of';

@QueryHandler(ListPortfoliosQuery)
export class ListPortfoliosHandler implements IQueryHandler<ListPortfoliosQuery> {
  constructor(@Inject(LIVE_READ_MODEL) private readonly live: LiveReadModel) {}

  execute({ cut }: ListPortfoliosQuery) {
    return portfoliosOf(this.live.current(), cut);
  }
}
