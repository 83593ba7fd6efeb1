import type { Command, Instant } from '@docket/kernel';
import type { BodyState } from '../body';
import type { MotionFacts } from '../grant/deciding';
import type { KnownGrant } from '../grant/grant.state';
import type { StatedCondition } from './conditions';
import type { Matter } from './matter';
import type { CallInWindow, Choice, Outcome, RecusalGround } from './motion.events';
import type { MotionState } from './motion.state';

/** What a ballot needs to know of what it is about: gathered from its streams on every attempt. */
export type MatterFacts = Readonly<{
  /** What it is called in a sentence: project, slate, budget … */
  called: string;
  portfolioId: string;
  status: string;
  /** What a body may be asked to decide on it as it stands. */
  decidable: readonly Outcome[];
  /** Who has a part in it or declared an interest, by their ids, and which: the first where it is several. */
  parts: ReadonlyMap<string, RecusalGround>;
  /** Whether it has components that a motion claims. */
  needsClaim: boolean;
  openMotion?: string;
  /** The gate it stands at, while a must-meet criterion of it is not met. */
  gate?: Readonly<{ name: string; unmet: readonly Readonly<{ id: string; wording: string }>[] }>;
}>;

/** The facts of every command that is judged by seats and roles; `project`: what the motion is about; absent where there is none of it. */
type Gathered = Readonly<{ body: BodyState; project: MatterFacts | undefined }>;

/**
 * A decision that another is to stand in the place of. `givers`: the bodies that gave the grants it was decided under; `isLimited`: whether anybody has limited
 * the body that is asked now.
 */
export type EarlierDecision = Readonly<{
  motionId: string;
  state: MotionState;
  givers: readonly string[];
  isLimited: boolean;
}>;

export type TableMotion = Command<
  'TableMotion',
  Gathered & {
    motionId: string;
    portfolioId: string;
    bodyId: string;
    projectId: string | null;
    matter: Matter;
    kind: string | null;
    ask: Outcome;
    question: string;
    /** The decision it is to stand in the place of; absent: of none. */
    earlier?: EarlierDecision;
    /** The decision that set the condition a waiver is about. */
    setBy?: EarlierDecision;
    /** Decisions on the project that are called in and wait for the body that did, by motion. */
    calledIn: readonly Readonly<{ motionId: string; bodyId: string }>[];
  }
>;
export type WithdrawMotion = Command<'WithdrawMotion', Gathered & { reason: string }>;
export type OpenBallot = Command<
  'OpenBallot',
  Gathered & { projectRevision: number | null; closesAt?: Instant }
>;
export type CastVote = Command<'CastVote', Gathered & { choice: Choice; reason: string }>;
/** `whenOver`: the same facts as they stood when the ballot's time ended; those of now where it gives no time, or it has not come. */
export type CloseBallot = Command<'CloseBallot', Gathered & { whenOver: Gathered }>;
/**
 * Whether anybody has limited the body by a grant, and the grants that hold a reservation for the motion: those that were asked to, from
 * the one it is decided under up to the root.
 */
export type AuthorityHeld = Readonly<{
  isLimited: boolean;
  under: readonly string[];
  /** What they are held against at the recording once more: a grant may have ended since something was reserved under it. */
  judged?: AuthorityAround;
  /** Who may call in what is decided under these grants, and within how many hours; in their order. */
  callIn: readonly Readonly<{ grantId: string; bodyId: string; hours: number }>[];
}>;

/** `timeZone` is the portfolio's: a due day ends where the portfolio lives. */
export type RecordDecision = Command<
  'RecordDecision',
  Gathered & {
    authority: AuthorityHeld;
    rationale: string;
    /** As at the tabling, where the motion is to supersede a decision. */
    earlier?: EarlierDecision;
    /** As at the tabling, of a waiver. */
    setBy?: EarlierDecision;
    conditions: readonly StatedCondition[];
    timeZone: string;
  }
>;

/** What the authority for a motion is judged by, whatever body it is before: the motion as grants see it, and every grant of the portfolio. */
export type AuthorityAround = Readonly<{ motion: MotionFacts; grants: ReadonlyMap<string, KnownGrant> }>;

/** `named`: the body somebody says it is for, where no grant permits it; absent where they name none. */
export type EscalateMotion = Command<
  'EscalateMotion',
  Gathered & {
    authority: AuthorityAround;
    named?: Readonly<{ bodyId: string; body: BodyState }>;
    reason: string;
  }
>;

/** A window, and the body whose it is. */
export type WindowOf = Readonly<{ window: CallInWindow; body: BodyState }>;

/** `windows`: those that are open, each with its body. */
export type CallInDecision = Command<
  'CallInDecision',
  { project: MatterFacts | undefined; windows: readonly WindowOf[]; reason: string }
>;
/** The same of a decision that is to stand. */
export type RatifyDecision = Command<'RatifyDecision', CallInDecision['data']>;
export type CloseCallIn = Command<'CloseCallIn', Readonly<Record<string, never>>>;
/** Of the decision that stands in the place of this one. */
export type SupersedeDecision = Command<'SupersedeDecision', { by: string; outcome: Outcome }>;

/** What is asked of a decision after it was recorded. */
export type CommandAfter = CallInDecision | RatifyDecision | CloseCallIn | SupersedeDecision;

export type MotionCommand =
  | CommandAfter
  | TableMotion
  | WithdrawMotion
  | OpenBallot
  | CastVote
  | CloseBallot
  | RecordDecision
  | EscalateMotion;

export type MotionRefusal =
  | 'body-unknown'
  | 'project-unknown'
  | 'another-portfolio'
  | 'matter-malformed'
  | 'matter-unknown'
  | 'question-missing'
  | 'ask-does-not-fit'
  | 'gate-not-met'
  | 'motion-already-open'
  | 'motion-already-tabled'
  | 'motion-unknown'
  | 'motion-not-claimed'
  | 'motion-not-withdrawable'
  | 'not-yours-to-withdraw'
  | 'not-chair-or-secretary'
  | 'ballot-already-opened'
  | 'closes-before-it-opens'
  | 'quorum-larger-than-body'
  | 'lead-missing'
  | 'too-few-seats'
  | 'ballot-not-open'
  | 'ballot-over'
  | 'ballot-still-running'
  | 'not-a-member'
  | 'recused'
  | 'principal-recused'
  | 'principal-has-voted'
  | 'reason-missing'
  | 'motion-not-carried'
  | 'authority-not-reserved'
  | 'beyond-authority'
  | 'decision-already-recorded'
  | 'motion-not-escalatable'
  | 'decision-missing'
  | 'not-callable-in'
  | 'not-yours-to-call-in'
  | 'call-in-over'
  | 'call-in-running'
  | 'decision-called-in'
  | 'decision-ratified'
  | 'decision-superseded'
  | 'project-not-decidable'
  | 'nothing-to-supersede'
  | 'superseded-from-below'
  | 'waived-from-below'
  | 'not-yours-to-escalate'
  | 'body-may-decide'
  | 'no-body-with-authority'
  | 'not-the-next-body'
  | 'escalation-in-a-circle'
  | 'rationale-missing'
  | 'conditions-missing'
  | 'conditions-do-not-fit'
  | 'too-many-conditions'
  | 'condition-text-missing'
  | 'condition-owner-missing'
  | 'condition-due-in-the-past'
  | 'day-malformed';
