import type { Projection } from '@docket/kernel';
import { keptCapsuleTable, type KeptCapsuleRow } from './capsule.tables';
import { capsuleIdOf, type CapsuleEvent } from './domain/capsule';

/** Of which ballots the capsule is kept, and under which digest its bytes lie among the records. */
export const keptCapsuleProjection: Projection<KeptCapsuleRow, CapsuleEvent> = {
  table: keptCapsuleTable,
  on: {
    CapsuleKept: ({ data, meta }) => {
      const { motionId: motion_id, portfolioId: scope, ...kept } = data;
      const row = { motion_id, ...kept, kept_at: meta.recordedAt };
      return [{ key: capsuleIdOf(motion_id, kept.opened), scope, to: () => row }];
    },
  },
};
