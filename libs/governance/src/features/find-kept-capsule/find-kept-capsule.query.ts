import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { KeptCapsule } from './kept-capsule';

/** What was kept of one ballot, by the revision of its opening in the motion's stream. */
export class FindKeptCapsuleQuery extends Query<KeptCapsule | undefined> {
  constructor(
    readonly reading: Reading,
    readonly ballot: Readonly<{ motionId: string; opened: number }>,
  ) {
    super();
  }
}
