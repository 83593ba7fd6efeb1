import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { rankingOf } from './ranking';
import { RankingQuery } from './ranking.query';

@QueryHandler(RankingQuery)
export class RankingHandler implements IQueryHandler<RankingQuery> {
  execute({ reading: { readModel, cut }, params }: RankingQuery) {
    return rankingOf(readModel, cut, params);
  }
}
