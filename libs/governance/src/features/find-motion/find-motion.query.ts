import type { Cut, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { MotionView } from '../../governance.view';

/** One motion at a cut, whole. */
export class FindMotionQuery extends Query<MotionView | Refused<'motion-unknown'>> {
  constructor(
    readonly cut: Cut,
    readonly params: Readonly<{ motionId: string }>,
  ) {
    super();
  }
}
