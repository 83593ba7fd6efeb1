import type { Command, Instant } from '@docket/kernel';
import type { Authority } from '../authority';
import type { BodyState } from '../body';
import type { Chain, ChainRefusal } from './chain';
import type { MotionFacts } from './deciding';
import type { Grantor } from './grant.events';

/** What a grant is judged by, gathered from streams on every attempt. */
export type GrantFacts = Readonly<{
  portfolioKnown: boolean;
  /** Who is to get it. */
  holder: BodyState;
  /** Who gives it; absent where that is the portfolio. */
  grantor: BodyState;
  /** The grant it is a part of, up to the root; empty where it is part of none. */
  above: Chain;
  /** Whether the granting body was ever given a limit. */
  isGrantorLimited: boolean;
  /** Each open node of the portfolio with all it stands in, innermost first. */
  paths: ReadonlyMap<string, readonly string[]>;
  /** Whether the register of the portfolio has the grant. */
  isEntered: boolean;
}>;

/** Without `from` the authority begins now. */
export type AskedAuthority = Omit<Authority, 'from'> & Readonly<{ from?: Instant }>;

/** `from` names a grant without the body that holds it: that is gathered. */
export type GiveGrant = Command<
  'GiveGrant',
  {
    grantId: string;
    portfolioId: string;
    from: Grantor;
    bodyId: string;
    authority: AskedAuthority;
    maySubDelegate: boolean;
    /** null: what is decided under it cannot be called in. */
    callInHours: number | null;
    facts: GrantFacts;
  }
>;
/** `grantor` as in `GrantFacts`. */
export type RevokeGrant = Command<'RevokeGrant', { reason: string; grantor: BodyState }>;

/** `above`: the chain above this grant, empty at its root. */
export type ReserveAmount = Command<'ReserveAmount', { motion: MotionFacts; above: Chain }>;
export type ConfirmReservation = Command<'ConfirmReservation', { motionId: string }>;
export type ReleaseReservation = Command<'ReleaseReservation', { motionId: string }>;

/** `by`: the motion whose decision stands in the place of this one's. */
export type FreeAmount = Command<'FreeAmount', { motionId: string; by: string }>;

export type GrantCommand =
  GiveGrant | RevokeGrant | ReserveAmount | ConfirmReservation | ReleaseReservation | FreeAmount;

export type GrantRefusal =
  | ChainRefusal
  | 'portfolio-unknown'
  | 'body-unknown'
  | 'grant-unknown'
  | 'grant-already-given'
  | 'grant-not-entered'
  | 'grant-not-named'
  | 'not-yours-to-grant'
  | 'not-yours-to-revoke'
  | 'node-unknown'
  | 'limit-malformed'
  | 'call-in-window-malformed'
  | 'call-in-by-nobody'
  | 'nothing-covered'
  | 'term-malformed'
  | 'term-starts-in-the-past'
  | 'term-ends-before-it-starts'
  | 'sub-delegation-not-allowed'
  | 'circle-of-grants'
  | 'beyond-own-limit'
  | 'reason-missing'
  | 'reserved-otherwise'
  | 'reservation-unknown'
  | 'reservation-confirmed';
