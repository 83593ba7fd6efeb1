import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { DecisionView } from '../../decision.view';
import type { DelegatedFilter } from './delegated-decisions';

/** What was decided under the grants of a body, at a cut. */
export class ListDelegatedDecisionsQuery extends Query<readonly DecisionView[] | Refused<'body-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly params: DelegatedFilter,
  ) {
    super();
  }
}
