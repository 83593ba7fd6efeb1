import type { Day, Instant } from '@docket/kernel';
import type { ConditionRow, ConditionStatus } from './condition.tables';

/** Where a condition stands at a moment. `late`: its due day has ended, and it is open. */
export type ConditionStanding = ConditionStatus | 'late';

/** The moment of the answer decides what is late: nothing is recorded when a day ends. */
export const standingOfCondition = (
  { status, due_until }: Pick<ConditionRow, 'status' | 'due_until'>,
  at: Instant,
): ConditionStanding => (status === 'open' && at >= due_until ? 'late' : status);

/** A condition as a list shows it. */
export type ConditionSummary = Readonly<{
  id: string;
  motionId: string;
  bodyId: string;
  projectId: string;
  what: string;
  owner: string;
  due: Day;
  consequence: string;
  standing: ConditionStanding;
  /** Whether somebody gave evidence that nobody has judged yet. */
  awaitsConfirmation: boolean;
  calledFor: ConditionRow['called_for'];
}>;

export const conditionSummary = (id: string, row: ConditionRow, at: Instant): ConditionSummary => ({
  id,
  motionId: row.motion_id,
  bodyId: row.body_id,
  projectId: row.project_id,
  what: row.what,
  owner: row.owner,
  due: row.due,
  consequence: row.consequence,
  standing: standingOfCondition(row, at),
  awaitsConfirmation: row.status === 'open' && row.evidence.length > 0,
  calledFor: row.called_for,
});

/** A condition whole: what was wanted and given as evidence, until when, and how it ended. */
export type ConditionView = ConditionSummary &
  Readonly<{
    /** Its place among the conditions of the decision, from 1. */
    place: number;
    evidenceWanted: string;
    setAt: Instant;
    dueUntil: Instant;
    confirmableUntil: Instant;
    evidence: ConditionRow['evidence'];
    ending: ConditionRow['ending'];
  }>;

export const conditionView = (id: string, row: ConditionRow, at: Instant): ConditionView => ({
  ...conditionSummary(id, row, at),
  place: row.place + 1,
  evidenceWanted: row.evidence_wanted,
  setAt: row.set_at,
  dueUntil: row.due_until,
  confirmableUntil: row.confirmable_until,
  evidence: row.evidence,
  ending: row.ending,
});
