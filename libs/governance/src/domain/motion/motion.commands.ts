import type { Command, Instant } from '@docket/kernel';
import type { BodyState } from '../body';
import type { StatedCondition } from './conditions';
import type { Choice, Outcome, RecusalGround } from './motion.events';

/** What a ballot needs to know of a project: gathered from the project's stream on every attempt. */
export type ProjectFacts = Readonly<{
  projectId: string;
  portfolioId: string;
  status: string;
  /** What a body may be asked to decide on a project of this status. */
  decidable: readonly Outcome[];
  /** Who has a part in it or declared an interest, by their ids, and which: the first where it is several. */
  parts: ReadonlyMap<string, RecusalGround>;
  openMotion?: string;
  /** The gate it stands at, while a must-meet criterion of it is not met. */
  gate?: Readonly<{ name: string; unmet: readonly Readonly<{ id: string; wording: string }>[] }>;
}>;

/** The facts of every command that is judged by seats and roles; `project` is absent where there is none. */
type Gathered = Readonly<{ body: BodyState; project: ProjectFacts | undefined }>;

export type TableMotion = Command<
  'TableMotion',
  Gathered & {
    motionId: string;
    portfolioId: string;
    bodyId: string;
    projectId: string;
    ask: Outcome;
    question: string;
  }
>;
export type WithdrawMotion = Command<'WithdrawMotion', Gathered & { reason: string }>;
export type OpenBallot = Command<'OpenBallot', Gathered & { projectRevision: number; closesAt?: Instant }>;
export type CastVote = Command<'CastVote', Gathered & { choice: Choice; reason: string }>;
/** `whenOver`: the same facts as they stood when the ballot's time ended; those of now where it gives no time, or it has not come. */
export type CloseBallot = Command<'CloseBallot', Gathered & { whenOver: Gathered }>;
/**
 * Whether anybody has limited the body by a grant, and the grants that hold a reservation for the motion: those that were asked to, from
 * the one it is decided under up to the root.
 */
export type AuthorityHeld = Readonly<{ isLimited: boolean; under: readonly string[] }>;

/** `timeZone` is the portfolio's: a due day ends where the portfolio lives. */
export type RecordDecision = Command<
  'RecordDecision',
  Gathered & {
    authority: AuthorityHeld;
    rationale: string;
    conditions: readonly StatedCondition[];
    timeZone: string;
  }
>;

export type MotionCommand =
  TableMotion | WithdrawMotion | OpenBallot | CastVote | CloseBallot | RecordDecision;

export type MotionRefusal =
  | 'body-unknown'
  | 'project-unknown'
  | 'another-portfolio'
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
  | 'rationale-missing'
  | 'conditions-missing'
  | 'conditions-do-not-fit'
  | 'too-many-conditions'
  | 'condition-text-missing'
  | 'condition-owner-missing'
  | 'condition-due-in-the-past'
  | 'day-malformed';
