import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ConditionView } from '../../condition.view';

/** One condition at a cut, whole. */
export class FindConditionQuery extends Query<ConditionView | Refused<'condition-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ conditionId: string }>,
  ) {
    super();
  }
}
