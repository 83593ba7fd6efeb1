import type { Event, Instant } from '@docket/kernel';
import type { CarryRule, QuorumRule, SeatRole } from '../body/body.events';
import type { DecidedCondition } from './conditions';
import type { Matter } from './matter';
import type { Outcome } from './outcome';

export type { Outcome } from './outcome';

export type Choice = 'for' | 'against' | 'abstain';

/**
 * A seat as it stood when the ballot opened: entitled to vote, or recused and why. An alternate is no seat of its own: it votes in the seat of whom
 * it sits for (`for`).
 */
export type Elector = Readonly<
  | { personId: string; role: SeatRole; standing: 'entitled' }
  | { personId: string; role: SeatRole; standing: 'recused'; why: RecusalGround; for?: string }
  | { personId: string; role: 'alternate'; standing: 'alternate'; for: string }
>;
/** The role in the project, or the declared interest in it, that bars from voting on it; `owner`: of the condition that is to be waived. */
export type RecusalGround = 'proposer' | 'sponsor' | 'manager' | 'interest' | 'owner';

/**
 * An elector whose vote is void at the close. Who lost the seat still counts among the entitled, so that nobody gains by
 * unseating others; who took a role in the project leaves the denominators, as if recused from the start. An alternate is struck with the seat
 * they sit in, and where its holder was recused since (`principal-recused`).
 */
export type Struck = Readonly<{ personId: string; why: 'seat-lost' | 'principal-recused' | RecusalGround }>;

/**
 * Who leads a ballot, and why: as the chair, or as the deputy because no chair has a seat in term or the chair may not decide on it. Nobody
 * where no deputy may either.
 */
export type Lead = Readonly<{ personId: string | null; why: 'chair' | 'no-chair' | 'chair-recused' }>;

/** How the votes fell. `denominator` is what the carry rule divided by. */
export type Count = Readonly<{
  inFavour: number;
  against: number;
  abstained: number;
  entitled: number;
  quorumNeeded: number;
  denominator: number;
}>;

export type MotionTabled = Event<
  'MotionTabled',
  {
    motionId: string;
    portfolioId: string;
    bodyId: string;
    /** The component it is about; null: about none, or about several. */
    projectId: string | null;
    matter: Matter;
    /** The kind of decision in the words of the organisation, such as `operating` or `capital`; null where nobody says. */
    kind: string | null;
    ask: Outcome;
    question: string;
    proposer: string;
    /** The motion whose decision this one is to stand in the place of; null: of none. */
    supersedes: string | null;
  }
>;
/** Withdrawn before its ballot opened, or taken back by who leads once it was carried and nothing was recorded yet; the project is free for another. */
export type MotionWithdrawn = Event<
  'MotionWithdrawn',
  { motionId: string; projectId: string | null; reason: string }
>;
/** Electorate and rules as they are printed on the ballot, fixed from here on. */
export type BallotOpened = Event<
  'BallotOpened',
  {
    motionId: string;
    electorate: readonly Elector[];
    quorum: QuorumRule;
    carryRule: CarryRule;
    /** The fewest entitled seats that may decide. */
    minimumSeats: number;
    /** null where it is about no single component. */
    projectRevision: number | null;
    /** The body's rules, the how manieth these are; null where that was not printed yet. */
    rules: number | null;
    /** Who leads the ballot as it opens; null where that was not printed yet. */
    lead: Lead | null;
    closesAt?: Instant;
  }
>;
/** `no-quorum` also where fewer seats than the body's minimum were entitled at the close. */
export type Result = 'carried' | 'lost' | 'no-quorum';

/** A vote, or a change of one: the last before the close counts. */
export type VoteCast = Event<
  'VoteCast',
  { motionId: string; personId: string; choice: Choice; reason: string }
>;
/** The vote of an alternate, void because the one they sit for has voted. */
export type VoteDisplaced = Event<'VoteDisplaced', { motionId: string; personId: string; by: string }>;
/**
 * `endedAt` is the instant by whose seats and roles was counted: when the ballot said that it closes, where that had come, however late
 * somebody counted; else when it was closed. `null` where it was counted as it stood when this was recorded, as the first version did.
 */
export type BallotClosed = Event<
  'BallotClosed',
  {
    motionId: string;
    projectId: string | null;
    endedAt: Instant | null;
    count: Count;
    result: Result;
    struck: readonly Struck[];
  }
>;
/**
 * A ballot without a quorum decided nothing: the motion stands as it was tabled, keeps its claim on the project, and is put to the vote again.
 * `ballots` have ended so by now.
 */
export type MotionCarriedOver = Event<
  'MotionCarriedOver',
  { motionId: string; projectId: string | null; ballots: number }
>;
/**
 * Why a body passes a motion on: it has not the authority; nobody is left there who may conduct a ballot on this project, as when a lead is
 * recused; or fewer seats are entitled than its rules ask for.
 */
export type EscalationGround = 'beyond-authority' | 'nobody-conducts' | 'too-few-seats';

/**
 * The motion is before another body from here on, tabled as it was first, with its claim on the project. `code` says what of the former body's authority
 * did not permit it, and is null for other grounds; `under` is the grant by which the next body may decide, and null where nobody has limited that.
 */
export type MotionEscalated = Event<
  'MotionEscalated',
  {
    motionId: string;
    projectId: string | null;
    from: string;
    to: string;
    ground: EscalationGround;
    code: string | null;
    under: string | null;
    reason: string;
  }
>;
/** Until when the body that gave a grant may call in what was decided under it. */
export type CallInWindow = Readonly<{ grantId: string; bodyId: string; until: Instant }>;

/**
 * What the body decided: the ask when it carried; recorded by a person with the body's reasons. Only a conditional go has conditions;
 * `conditionTexts` holds what was written of them, and is absent where there are none. `grants` are those in whose accounts the value is reserved, from
 * the one it was decided under up to the root; none where nobody has limited the body. `callIn`: who may call it in, in the order of the grants. `supersedes`:
 * the motion whose decision it stands in the place of.
 */
export type DecisionRecorded = Event<
  'DecisionRecorded',
  {
    motionId: string;
    bodyId: string;
    projectId: string | null;
    outcome: Outcome;
    rationale: string;
    decidedAt: Instant;
    grants: readonly string[];
    callIn: readonly CallInWindow[];
    supersedes: string | null;
    conditions: readonly DecidedCondition[];
    conditionTexts?: string;
  }
>;

/**
 * A body that delegated calls in what was decided under its grant: from here on the decision does not stand, until that body has decided. What was carried
 * to the project by then stays as it is.
 */
export type DecisionCalledIn = Event<
  'DecisionCalledIn',
  { motionId: string; projectId: string | null; bodyId: string; grantId: string; reason: string }
>;
/**
 * A body that delegated lets it stand before the time to call it in has ended: it can be called in only by bodies above, until `openUntil`, or by nobody any
 * more where that is null.
 */
export type DecisionRatified = Event<
  'DecisionRatified',
  {
    motionId: string;
    projectId: string | null;
    bodyId: string;
    grantId: string;
    reason: string;
    openUntil: Instant | null;
  }
>;
/** The last time to call it in has ended, at `endedAt`, however late somebody looked. */
export type CallInWindowClosed = Event<
  'CallInWindowClosed',
  { motionId: string; projectId: string | null; endedAt: Instant }
>;
/** The decision of the motion `by` stands in its place, with `outcome`. It stays on record. */
export type DecisionSuperseded = Event<
  'DecisionSuperseded',
  { motionId: string; projectId: string | null; by: string; outcome: Outcome }
>;

/** What is said of a decision after it was recorded. */
export type AfterDecision = DecisionCalledIn | DecisionRatified | CallInWindowClosed | DecisionSuperseded;

export type MotionEvent =
  | MotionTabled
  | MotionWithdrawn
  | BallotOpened
  | VoteCast
  | VoteDisplaced
  | BallotClosed
  | MotionCarriedOver
  | MotionEscalated
  | DecisionRecorded
  | AfterDecision;
