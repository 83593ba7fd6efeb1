import { byCodeUnits, type Instant } from '@docket/kernel';
import { afterwardsView, type AfterwardsView } from './decision.view';
import { isInTerm } from './domain/body';
import type { BodyRow, MotionRow, MotionStatus, SeatJson } from './governance.tables';

/** A seat, and whether its term covers the moment of the answer. */
export type SeatView = SeatJson & Readonly<{ inTerm: boolean }>;

export type BodyView = Readonly<{
  id: string;
  name: string;
  quorum: BodyRow['quorum'];
  carryRule: string;
  minimumSeats: number;
  rules: number;
  seats: readonly SeatView[];
}>;

/** A body with its seats in order of person. */
export const bodyView = (id: string, row: BodyRow, at: Instant): BodyView => ({
  id,
  name: row.name,
  quorum: row.quorum,
  carryRule: row.carry_rule,
  minimumSeats: row.minimum_seats,
  rules: row.rules,
  seats: row.seats.map((seat) => seatView(seat, at)).sort((a, b) => byCodeUnits(a.personId, b.personId)),
});

const seatView = ({ personId, role, alternateFor, from, until }: SeatJson, at: Instant): SeatView => ({
  personId,
  role,
  alternateFor,
  from,
  until,
  inTerm: isInTerm({ personId, role, from, ...(until === null ? {} : { until }) }, at),
});

const WITHOUT_OFFICE: ReadonlySet<string> = new Set(['member', 'alternate']);

/** The offices of a person in a body at a moment: chair, deputy, secretary, none. */
export const officesOf = ({ seats }: BodyRow, person: string, at: Instant): readonly string[] =>
  seats
    .map((seat) => seatView(seat, at))
    .flatMap(({ personId, role, inTerm }) =>
      personId === person && inTerm && !WITHOUT_OFFICE.has(role) ? [role] : [],
    );

/** Where a motion stands at a moment. `ballot-over`: the ballot's `closesAt` has come, and nobody has counted yet. */
export type MotionStanding = MotionStatus | 'ballot-over';

/** The moment of the answer decides what is over: nothing is recorded when the time of a ballot ends. */
export const standingOf = ({ status, ballot }: MotionRow, at: Instant): MotionStanding =>
  status === 'ballot-open' && ballot && ballot.closesAt !== null && at >= ballot.closesAt
    ? 'ballot-over'
    : status;

/** A motion as a list shows it. */
export type MotionSummary = Readonly<{
  id: string;
  bodyId: string;
  /** The component it is about; null: about none, or several. */
  projectId: string | null;
  matter: MotionRow['matter'];
  /** The kind of decision; null where the motion does not say. */
  kind: string | null;
  ask: string;
  question: string;
  proposer: string;
  tabledAt: Instant;
  status: MotionStanding;
  result: string | null;
}>;

export const motionSummary = (id: string, row: MotionRow, at: Instant): MotionSummary => ({
  id,
  bodyId: row.body_id,
  projectId: row.project_id,
  matter: row.matter,
  kind: row.kind,
  ask: row.ask,
  question: row.question,
  proposer: row.proposer,
  tabledAt: row.tabled_at,
  status: standingOf(row, at),
  result: row.outcome?.result ?? null,
});

/** A motion whole: electorate and rules as printed, votes with reasons, count, decision, and what became of it. */
export type MotionView = MotionSummary &
  Readonly<{
    withdrawal: MotionRow['withdrawal'];
    ballot: MotionRow['ballot'];
    votes: MotionRow['votes'];
    outcome: MotionRow['outcome'];
    /** Ballots that decided nothing: without a quorum, or of a body that passed it on. */
    formerBallots: MotionRow['former_ballots'];
    escalations: MotionRow['escalations'];
    decision: MotionRow['decision'];
    /** How the decision stands, and what was said of it since; null until there is one. */
    afterwards: AfterwardsView | null;
    supersedes: string | null;
    followUp: MotionRow['follow_up'];
  }>;

export const motionView = (id: string, row: MotionRow, at: Instant): MotionView => ({
  ...motionSummary(id, row, at),
  withdrawal: row.withdrawal,
  ballot: row.ballot,
  votes: row.votes,
  outcome: row.outcome,
  formerBallots: row.former_ballots,
  escalations: row.escalations,
  decision: row.decision,
  afterwards: row.afterwards && afterwardsView(row.afterwards, at),
  supersedes: row.supersedes,
  followUp: row.follow_up,
});
