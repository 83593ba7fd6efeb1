import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { GoalProgressView } from './goal-progress-at';

/** The goal progress of a portfolio at a cut. */
export class GoalProgressQuery extends Query<GoalProgressView> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ portfolioId: string }>,
  ) {
    super();
  }
}
