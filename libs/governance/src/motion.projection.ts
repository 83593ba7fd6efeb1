import {
  byCodeUnits,
  type Change,
  type Instant,
  type Metadata,
  type Projection,
  type Recorded,
} from '@docket/kernel';
import type { DecisionCarried } from '@docket/project';
import { onAfterDecision } from './after-decision.projection';
import { conditionIdOf } from './domain/condition';
import type {
  BallotClosed,
  BallotOpened,
  DecisionRecorded,
  MotionCarriedOver,
  MotionEscalated,
  MotionEvent,
  MotionTabled,
  MotionWithdrawn,
  VoteCast,
  VoteDisplaced,
} from './domain/motion';
import { motionTable, type FollowUpJson, type MotionRow } from './governance.tables';
import type { DecisionFollowUpEvent, DecisionFollowUpStepDone } from './processes/decision-follow-up';

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
  const {
    motionId,
    portfolioId,
    bodyId: body_id,
    projectId: project_id,
    matter,
    kind,
    ask,
    question,
    proposer,
    supersedes,
  } = data;
  const about = { body_id, project_id, matter, kind, ask, question, proposer, supersedes };
  const unasked = {
    status: 'tabled',
    withdrawal: null,
    ballot: null,
    votes: [],
    outcome: null,
    former_ballots: [],
    escalations: [],
    decision: null,
    afterwards: null,
    follow_up: null,
  } as const;
  return [
    { key: motionId, scope: portfolioId, to: () => ({ ...about, ...unasked, tabled_at: momentOf(meta) }) },
  ];
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

/** It waits for a ballot again; the one it had is kept. */
const tabledAgain = ({ ballot, votes, outcome, former_ballots, ...row }: MotionRow): MotionRow => {
  const former = ballot && outcome ? [{ bodyId: row.body_id, ballot, votes, outcome }] : [];
  return {
    ...row,
    ...{ status: 'tabled', ballot: null, votes: [], outcome: null },
    former_ballots: [...former_ballots, ...former],
  };
};

const carriedOver = (event: Recorded<MotionCarriedOver>) => change(event, tabledAgain);

const escalated = (event: Recorded<MotionEscalated>) => {
  const { motionId: _, projectId: __, ...passed } = event.data;
  const escalation = { ...passed, at: momentOf(event.meta), by: event.meta.actor };
  return change(event, (row) => ({
    ...tabledAgain(row),
    body_id: passed.to,
    escalations: [...row.escalations, escalation],
  }));
};

const UNSEEN = { calledIn: null, ratified: [], closedAt: null, superseded: null } as const;

const decided = (event: Recorded<DecisionRecorded>) => {
  const { motionId, outcome, rationale, decidedAt, grants, callIn, supersedes } = event.data;
  const conditions = event.data.conditions.map((_, index) => conditionIdOf(motionId, index));
  const reached = { outcome, rationale, decidedAt, recordedBy: event.meta.actor };
  const decision = { ...reached, grants, callIn, supersedes, conditions };
  return change(event, (row) => ({
    ...row,
    ...{ status: 'decided', decision, afterwards: { open: callIn, ...UNSEEN } },
  }));
};

const followed = (event: Recorded<OnMotion>, state: FollowUpJson['state'], code: string | null = null) =>
  change(event, (row) => ({ ...row, follow_up: { state, at: momentOf(event.meta), code } }));

/** A decision that no component takes over is carried once its step is done. */
const stepDone = (event: Recorded<DecisionFollowUpStepDone>) => {
  const { step } = event.data;
  if (step === 'carry-decision') return followed(event, 'carried');
  return step === 'release-motion'
    ? change(event, (row) =>
        row.decision
          ? row
          : { ...row, follow_up: { state: 'released', at: momentOf(event.meta), code: null } },
      )
    : [];
};

export const motionProjection: Projection<MotionRow, OnMotion> = {
  table: motionTable,
  on: {
    ...onAfterDecision(change),
    MotionTabled: tabled,
    MotionWithdrawn: withdrawn,
    BallotOpened: opened,
    VoteCast: cast,
    VoteDisplaced: displaced,
    BallotClosed: closed,
    MotionCarriedOver: carriedOver,
    MotionEscalated: escalated,
    DecisionRecorded: decided,
    DecisionCarried: (event) => followed(event, 'carried'),
    DecisionFollowUpStepDone: stepDone,
    DecisionFollowUpStepRefused: (event) =>
      event.data.step === 'carry-decision' || event.data.step === 'release-motion'
        ? followed(event, 'refused', event.data.code)
        : [],
  },
};
