import type { Change, Instant, Metadata, Projection, Recorded } from '@docket/kernel';
import { conditionTable, type ConditionEndJson, type ConditionRow } from './condition.tables';
import type {
  ConditionEvent,
  ConditionLapsed,
  ConditionMet,
  ConditionReleased,
  ConditionSet,
  ConditionWaived,
  EvidenceGiven,
  MotionCalledFor,
} from './domain/condition';

type Changes = readonly Change<ConditionRow>[];

/** When the organisation knew it. */
const momentOf = ({ knownAt, recordedAt }: Metadata): Instant => knownAt ?? recordedAt;

/** What happened to a condition that is there. Its portfolio is in the metadata of every event about it. */
const change = (
  { data: { conditionId }, meta: { portfolio } }: Recorded<ConditionEvent>,
  to: (row: ConditionRow) => ConditionRow,
): Changes => {
  if (portfolio === undefined) throw new Error(`An event of condition ${conditionId} names no portfolio.`);
  const known = (row: ConditionRow | undefined): ConditionRow => {
    if (row) return to(row);
    throw new Error(`Something happened to condition ${conditionId} before it was set.`);
  };
  return [{ key: conditionId, scope: portfolio, to: known }];
};

const set = ({ data, meta }: Recorded<ConditionSet>): Changes => {
  const { conditionId: key, portfolioId: scope, owner, due, consequence, what } = data;
  const from = { motion_id: data.motionId, body_id: data.bodyId, project_id: data.projectId };
  const until = { due_until: data.dueUntil, confirmable_until: data.confirmableUntil };
  const stated = { ...from, ...until, place: data.index, owner, due, consequence, what };
  const unseen = { status: 'open', evidence: [], ending: null, called_for: null } as const;
  const row = { ...stated, evidence_wanted: data.evidence, set_at: momentOf(meta), ...unseen };
  return [{ key, scope, to: () => row }];
};

const evidenceGiven = (event: Recorded<EvidenceGiven>): Changes => {
  const { personId, evidence } = event.data;
  const given = { personId, evidence, at: momentOf(event.meta) };
  return change(event, (row) => ({ ...row, evidence: [...row.evidence, given] }));
};

const ended = (
  event: Recorded<ConditionMet | ConditionWaived | ConditionReleased | ConditionLapsed>,
  status: Exclude<ConditionRow['status'], 'open'>,
  said: Partial<ConditionEndJson>,
): Changes => {
  const recordedAt = momentOf(event.meta);
  const who = { endedAt: recordedAt, recordedAt, by: event.meta.actor };
  const ending = { ...who, words: null, unconfirmed: false, releasedBy: null, ...said };
  return change(event, (row) => ({ ...row, status, ending }));
};

const calledFor = (event: Recorded<MotionCalledFor>): Changes => {
  const { bodyId, ask } = event.data;
  const call = { bodyId, ask, at: momentOf(event.meta) };
  return change(event, (row) => ({ ...row, called_for: call }));
};

export const conditionProjection: Projection<ConditionRow, ConditionEvent> = {
  table: conditionTable,
  on: {
    ConditionSet: set,
    EvidenceGiven: evidenceGiven,
    ConditionMet: (event) => ended(event, 'met', { words: event.data.finding }),
    ConditionWaived: (event) => ended(event, 'waived', { words: event.data.reason }),
    ConditionReleased: (event) => ended(event, 'released', { releasedBy: event.data.by }),
    ConditionLapsed: (event) =>
      ended(event, 'lapsed', { endedAt: event.data.lapsedAt, unconfirmed: event.data.unconfirmed }),
    MotionCalledFor: calledFor,
  },
};
