import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { MotionGate } from './motion-gate';

/** The gate a motion asks to pass, as the body saw it and as it stands at a cut. */
export class FindMotionGateQuery extends Query<MotionGate | Refused<'motion-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ motionId: string }>,
  ) {
    super();
  }
}
