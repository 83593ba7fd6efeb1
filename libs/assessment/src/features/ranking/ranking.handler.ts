import { LIVE_READ_MODEL, type LiveReadModel } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { rankingOf } from './ranking';
import { RankingQuery } from './ranking.query';

@QueryHandler(RankingQuery)
export class RankingHandler implements IQueryHandler<RankingQuery> {
  constructor(@Inject(LIVE_READ_MODEL) private readonly live: LiveReadModel) {}

  execute({ cut, params }: RankingQuery) {
    return rankingOf(this.live.current(), cut, params);
  }
}
