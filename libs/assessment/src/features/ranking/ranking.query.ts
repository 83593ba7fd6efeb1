import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { Ranking, RankingParams } from './ranking';
import type { RankingRefusal } from './ranking-inputs';

/** The ranking of a portfolio as of a cut. */
export class RankingQuery extends Query<Ranking | Refused<RankingRefusal>> {
  constructor(
    readonly reading: Reading,
    readonly params: RankingParams,
  ) {
    super();
  }
}
