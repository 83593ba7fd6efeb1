import { defineTable, type Day, type Instant } from '@docket/kernel';
import type { CalledFor } from './domain/condition';
import type { Consequence } from './domain/motion';

/** What somebody gave to show that a condition is met. */
export type EvidenceJson = Readonly<{ personId: string; evidence: string; at: Instant }>;
/** How a condition ended; `words` are the finding or the reason, null of one that was released or lapsed; `releasedBy` is the motion that ended its work. `endedAt` is the instant by which was judged. */
export type ConditionEndJson = Readonly<{
  endedAt: Instant;
  recordedAt: Instant;
  by: string;
  words: string | null;
  unconfirmed: boolean;
  releasedBy: string | null;
}>;
/** The body is called to decide, and on what. */
export type CallJson = Readonly<{ bodyId: string; ask: CalledFor; at: Instant }>;

export type ConditionStatus = 'open' | 'met' | 'waived' | 'released' | 'lapsed';

export type ConditionRow = Readonly<{
  motion_id: string;
  body_id: string;
  project_id: string;
  place: number;
  owner: string;
  due: Day;
  due_until: Instant;
  confirmable_until: Instant;
  consequence: Consequence;
  what: string;
  evidence_wanted: string;
  set_at: Instant;
  status: ConditionStatus;
  evidence: readonly EvidenceJson[];
  ending: ConditionEndJson | null;
  called_for: CallJson | null;
}>;

/** One row per condition, by id; scope is the portfolio. */
export const conditionTable = defineTable<ConditionRow>('condition', {
  motion_id: 'text',
  body_id: 'text',
  project_id: 'text',
  place: 'integer',
  owner: 'text',
  due: 'text',
  due_until: 'text',
  confirmable_until: 'text',
  consequence: 'text',
  what: 'text',
  evidence_wanted: 'text',
  set_at: 'text',
  status: 'text',
  evidence: 'json',
  ending: 'json',
  called_for: 'json',
});
