import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { DecisionView } from '../../decision.view';
import type { DecisionFilter } from './decision-register';

/** What is looked for in the decision register of a portfolio at a cut. */
export class ListDecisionsQuery extends Query<readonly DecisionView[]> {
  constructor(
    readonly reading: Reading,
    readonly params: DecisionFilter,
  ) {
    super();
  }
}
