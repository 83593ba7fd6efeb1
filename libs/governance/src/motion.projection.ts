import {
  byCodeUnits,
  type Change,
  type Instant,
  type Metadata,
  type Projection,
  type Recorded,
} from '@docket/kernel';
import type { DecisionCarried } from '@docket/project';
import { conditionIdOf } from './domain/condition';
import type {
  BallotClosed,
  BallotOpened,
  DecisionRecorded,
  MotionCarriedOver,
  MotionEvent,
  MotionTabled,
  MotionWithdrawn,
  VoteCast,
  VoteDisplaced,
} from './domain/motion';
import { motionTable, type FollowUpJson, type MotionRow } from './governance.tables';
import type { DecisionFollowUpEvent } from './processes/decision-follow-up';

type OnMotion = MotionEvent | DecisionFollowUpEvent | DecisionCarried;

/** When the organisation knew it. */
const momentOf = ({ knownAt, recordedAt }: Metadata): Instant => knownAt ?? recordedAt;

/** What happened to a motion that is there. Its portfolio is in the metadata of every event about it. */
const change = (
  { data: { motionId }, meta: { portfolio } }: Recorded<OnMotion>,
  to: (row: MotionRow) => MotionRow,
): readonly Change<MotionRow>[] => {
  if (portfolio === undefined) throw new Error(`An event of motion ${motionId} names no portfolio.`);
  const known = (row: MotionRow | undefined): MotionRow => {
    if (row) return to(row);
    throw new Error(`Something happened to motion ${motionId} before it was tabled.`);
  };
  return [{ key: motionId, scope: portfolio, to: known }];
};

const tabled = ({ data, meta }: Recorded<MotionTabled>): readonly Change<MotionRow>[] => {
  const { motionId, portfolioId, bodyId: body_id, projectId: project_id, ask, question, proposer } = data;
  const about = { body_id, project_id, ask, question, proposer, tabled_at: momentOf(meta) };
  const unasked = {
    status: 'tabled',
    withdrawal: null,
    ballot: null,
    votes: [],
    outcome: null,
    former_ballots: [],
    decision: null,
    follow_up: null,
  } as const;
  return [{ key: motionId, scope: portfolioId, to: () => ({ ...about, ...unasked }) }];
};

const withdrawn = (event: Recorded<MotionWithdrawn>) => {
  const { reason } = event.data;
  const withdrawal = { reason, at: momentOf(event.meta), by: event.meta.actor };
  return change(event, (row) => ({ ...row, status: 'withdrawn', withdrawal }));
};

const opened = (event: Recorded<BallotOpened>) => {
  const { motionId: _, closesAt = null, ...printed } = event.data;
  const ballot = { openedAt: momentOf(event.meta), openedBy: event.meta.actor, closesAt, ...printed };
  return change(event, (row) => ({ ...row, status: 'ballot-open', ballot }));
};

const cast = (event: Recorded<VoteCast>) => {
  const { personId, choice, reason } = event.data;
  const vote = { personId, choice, reason, at: momentOf(event.meta), displacedBy: null };
  return change(event, (row) => ({
    ...row,
    votes: [...row.votes.filter((one) => one.personId !== personId), vote].sort((a, b) =>
      byCodeUnits(a.personId, b.personId),
    ),
  }));
};

const displaced = (event: Recorded<VoteDisplaced>) => {
  const { personId, by: displacedBy } = event.data;
  return change(event, (row) => ({
    ...row,
    votes: row.votes.map((vote) => (vote.personId === personId ? { ...vote, displacedBy } : vote)),
  }));
};

const closed = (event: Recorded<BallotClosed>) => {
  const { endedAt, result, count, struck } = event.data;
  const closedAt = momentOf(event.meta);
  const outcome = {
    ...{ endedAt: endedAt ?? closedAt, closedAt, closedBy: event.meta.actor },
    ...{ result, count, struck },
  };
  return change(event, (row) => ({ ...row, status: 'closed', outcome }));
};

const carriedOver = (event: Recorded<MotionCarriedOver>) =>
  change(event, ({ ballot, votes, outcome, former_ballots, ...row }) => ({
    ...row,
    ...{ status: 'tabled', ballot: null, votes: [], outcome: null },
    former_ballots: ballot && outcome ? [...former_ballots, { ballot, votes, outcome }] : former_ballots,
  }));

const decided = (event: Recorded<DecisionRecorded>) => {
  const { motionId, outcome, rationale, decidedAt, grants } = event.data;
  const conditions = event.data.conditions.map((_, index) => conditionIdOf(motionId, index));
  const decision = { outcome, rationale, decidedAt, recordedBy: event.meta.actor, grants, conditions };
  return change(event, (row) => ({ ...row, status: 'decided', decision }));
};

const followed = (event: Recorded<OnMotion>, state: FollowUpJson['state'], code: string | null = null) =>
  change(event, (row) => ({ ...row, follow_up: { state, at: momentOf(event.meta), code } }));

export const motionProjection: Projection<MotionRow, OnMotion> = {
  table: motionTable,
  on: {
    MotionTabled: tabled,
    MotionWithdrawn: withdrawn,
    BallotOpened: opened,
    VoteCast: cast,
    VoteDisplaced: displaced,
    BallotClosed: closed,
    MotionCarriedOver: carriedOver,
    DecisionRecorded: decided,
    DecisionCarried: (event) => followed(event, 'carried'),
    DecisionFollowUpStepDone: (event) =>
      event.data.step === 'release-motion'
        ? change(event, (row) =>
            row.decision
              ? row
              : { ...row, follow_up: { state: 'released', at: momentOf(event.meta), code: null } },
          )
        : [],
    DecisionFollowUpStepRefused: (event) => followed(event, 'refused', event.data.code),
  },
};
