import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { MotionSummary } from '../../governance.view';
import type { MotionFilter } from './motions-of';

/** The motions of a portfolio at a cut. */
export class ListMotionsQuery extends Query<readonly MotionSummary[]> {
  constructor(
    readonly reading: Reading,
    readonly params: MotionFilter,
  ) {
    super();
  }
}
