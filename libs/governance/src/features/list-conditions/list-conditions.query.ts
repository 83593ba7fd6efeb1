import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ConditionSummary } from '../../condition.view';
import type { ConditionFilter } from './conditions-of';

/** The conditions of a portfolio at a cut. */
export class ListConditionsQuery extends Query<readonly ConditionSummary[]> {
  constructor(
    readonly reading: Reading,
    readonly params: ConditionFilter,
  ) {
    super();
  }
}
