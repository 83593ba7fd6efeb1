import { defineTable, type Instant } from '@docket/kernel';

export type KeptCapsuleRow = Readonly<{
  motion_id: string;
  /** The revision of the opening in the motion's stream. */
  opened: number;
  /** The number of the opening, as of which was asked. */
  number: number;
  digest: string;
  size: number;
  definition: string;
  kept_at: Instant;
}>;

/** One row per ballot whose capsule is kept, by the capsule's id; scope is the portfolio. */
export const keptCapsuleTable = defineTable<KeptCapsuleRow>('kept_capsule', {
  motion_id: 'text',
  opened: 'integer',
  number: 'integer',
  digest: 'text',
  size: 'integer',
  definition: 'text',
  kept_at: 'text',
});
