import { defineTable, type Instant } from '@docket/kernel';
import type { QuorumRule, SeatRole } from './domain/body';
import type {
  CallInWindow,
  Choice,
  Count,
  Elector,
  EscalationGround,
  Lead,
  Matter,
  Outcome,
  Result,
  Struck,
} from './domain/motion';

export type SeatJson = Readonly<{
  personId: string;
  role: SeatRole;
  /** Whom an alternate sits for; null of all others. */
  alternateFor: string | null;
  from: Instant;
  until: Instant | null;
}>;

export type BodyRow = Readonly<{
  name: string;
  quorum: QuorumRule;
  carry_rule: string;
  minimum_seats: number;
  /** The how manieth rules the body has by now, from 1. */
  rules: number;
  seats: readonly SeatJson[];
}>;

/** One row per body, by id; scope is the portfolio. */
export const bodyTable = defineTable<BodyRow>('body', {
  name: 'text',
  quorum: 'json',
  carry_rule: 'text',
  minimum_seats: 'integer',
  rules: 'integer',
  seats: 'json',
});

/** What a ballot printed when it opened. */
export type BallotJson = Readonly<{
  openedAt: Instant;
  openedBy: string;
  closesAt: Instant | null;
  quorum: QuorumRule;
  carryRule: string;
  minimumSeats: number;
  /** null where it is about no single component. */
  projectRevision: number | null;
  /** The how manieth rules of the body these are; null where no ballot said that yet. */
  rules: number | null;
  lead: Lead | null;
  electorate: readonly Elector[];
}>;
/** `displacedBy`: whoever an alternate sits for and who has voted after all; null where the vote stands. */
export type VoteJson = Readonly<{
  personId: string;
  choice: Choice;
  reason: string;
  at: Instant;
  displacedBy: string | null;
}>;
/** `endedAt` is the instant by whose seats and roles was counted, `closedAt` when that was done. */
export type CountJson = Readonly<{
  endedAt: Instant;
  closedAt: Instant;
  closedBy: string;
  result: Result;
  count: Count;
  struck: readonly Struck[];
}>;
export type DecisionJson = Readonly<{
  outcome: Outcome;
  rationale: string;
  decidedAt: Instant;
  recordedBy: string;
  /** Under which grants, from the one it was decided under up to the root; none where nobody has limited the body. */
  grants: readonly string[];
  /** Who may call it in, and until when. */
  callIn: readonly CallInWindow[];
  /** The motion whose decision it stands in the place of; null: of none. */
  supersedes: string | null;
  /** The ids of the conditions of a conditional go, in their order. */
  conditions: readonly string[];
}>;
/** What a body that delegated says of a decision: it calls it in, or lets it stand. */
export type SeenJson = Readonly<{ bodyId: string; grantId: string; reason: string; at: Instant; by: string }>;
/** What became of a decision after it was recorded. */
export type AfterwardsJson = Readonly<{
  /** The windows nobody has ended; whether their time has come, the instant says. */
  open: readonly CallInWindow[];
  calledIn: SeenJson | null;
  ratified: readonly SeenJson[];
  /** When the last window had ended, once that is recorded; null before, and where none ended by time. */
  closedAt: Instant | null;
  superseded: Readonly<{ by: string; outcome: Outcome; at: Instant }> | null;
}>;
/** A ballot of a motion that decided nothing, with the votes that were cast: it had no quorum, or its body passed the motion on. */
export type FormerBallotJson = Readonly<{
  bodyId: string;
  ballot: BallotJson;
  votes: readonly VoteJson[];
  outcome: CountJson;
}>;
/** How far the project has followed: `carried` or `released`, or the code with which it refused the decision. */
export type FollowUpJson = Readonly<{
  state: 'carried' | 'released' | 'refused';
  at: Instant;
  code: string | null;
}>;

/** From which body it was passed on to which; `under`: the grant by which that may decide, null where nobody has limited it. */
export type EscalationJson = Readonly<{
  from: string;
  to: string;
  ground: EscalationGround;
  /** What of the former body's authority did not permit it; null for other grounds. */
  code: string | null;
  under: string | null;
  reason: string;
  at: Instant;
  by: string;
}>;

export type WithdrawalJson = Readonly<{ reason: string; at: Instant; by: string }>;

export type MotionStatus = 'tabled' | 'withdrawn' | 'ballot-open' | 'closed' | 'decided';

export type MotionRow = Readonly<{
  body_id: string;
  /** The component it is about; null: about none, or several. */
  project_id: string | null;
  matter: Matter;
  kind: string | null;
  ask: Outcome;
  question: string;
  proposer: string;
  /** The motion whose decision it is to stand in the place of. */
  supersedes: string | null;
  tabled_at: Instant;
  status: MotionStatus;
  withdrawal: WithdrawalJson | null;
  ballot: BallotJson | null;
  votes: readonly VoteJson[];
  outcome: CountJson | null;
  /** Those that decided nothing, first to last. */
  former_ballots: readonly FormerBallotJson[];
  /** First to last; `body_id` is where it stands now. */
  escalations: readonly EscalationJson[];
  decision: DecisionJson | null;
  /** null until there is a decision. */
  afterwards: AfterwardsJson | null;
  follow_up: FollowUpJson | null;
}>;

/** One row per motion, by id; scope is the portfolio. `votes` holds the last vote of each person, in order of person. */
export const motionTable = defineTable<MotionRow>('motion', {
  body_id: 'text',
  project_id: 'text',
  matter: 'json',
  kind: 'text',
  ask: 'text',
  question: 'text',
  proposer: 'text',
  tabled_at: 'text',
  status: 'text',
  withdrawal: 'json',
  ballot: 'json',
  votes: 'json',
  outcome: 'json',
  former_ballots: 'json',
  escalations: 'json',
  decision: 'json',
  afterwards: 'json',
  supersedes: 'text',
  follow_up: 'json',
});
