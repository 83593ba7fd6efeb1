import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ExplainRefusal } from '../explain/explain';
import type { RankingRefusal } from '../ranking/ranking-inputs';
import type { ComponentMoves, ComponentMovesParams, Moves, MovesParams } from './moves';

/** How the components of a portfolio moved between an earlier cut and this one. */
export class MovesQuery extends Query<Moves | Refused<RankingRefusal>> {
  constructor(
    readonly reading: Reading,
    readonly params: MovesParams,
  ) {
    super();
  }
}

/** How one component moved, with every event that moved it. */
export class ComponentMovesQuery extends Query<ComponentMoves | Refused<ExplainRefusal>> {
  constructor(
    readonly reading: Reading,
    readonly params: ComponentMovesParams,
  ) {
    super();
  }
}
