import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { MotionView } from '../../governance.view';

/** One motion at a cut, whole. */
export class FindMotionQuery extends Query<MotionView | Refused<'motion-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ motionId: string }>,
  ) {
    super();
  }
}
