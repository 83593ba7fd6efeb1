import type { DecimalText, Event, Instant } from '@docket/kernel';
import type { Authority } from '../authority/authority';

/**
 * Whose authority a grant is a part of: the portfolio's, which has no limit; a body's that nobody has limited; or that of a grant the
 * body holds.
 */
export type Grantor = Readonly<
  | { kind: 'portfolio' }
  | { kind: 'body'; bodyId: string }
  | { kind: 'grant'; grantId: string; bodyId: string }
>;

/** From now on a body may decide what the authority says. A lead is a body of one. */
export type GrantGiven = Event<
  'GrantGiven',
  {
    grantId: string;
    portfolioId: string;
    from: Grantor;
    bodyId: string;
    authority: Authority;
    /** Whether the body may pass on a part of it. */
    maySubDelegate: boolean;
    /** How many hours the giving body may call in what is decided under it, from the decision on; null: not at all. */
    callInHours: number | null;
  }
>;
/** The grant ends at once, and what hangs on it has no ground any more. */
export type GrantRevoked = Event<'GrantRevoked', { grantId: string; reason: string }>;

/**
 * A motion is about to be decided under this grant, or under one that hangs on it. `value` is the increase it authorises, `counted` the
 * value with what counts together with it (`together`, by motion), by which the limit per decision was judged.
 */
export type AmountReserved = Event<
  'AmountReserved',
  {
    grantId: string;
    motionId: string;
    projectId: string;
    programme: string | null;
    linked: readonly string[];
    value: DecimalText;
    counted: DecimalText;
    together: readonly string[];
    at: Instant;
    period: string | null;
  }
>;
/** The decision is recorded. */
export type ReservationConfirmed = Event<'ReservationConfirmed', { grantId: string; motionId: string }>;
/** What its decision used is free again: another decision, of the motion `by`, stands in its place and says otherwise. */
export type AmountFreed = Event<'AmountFreed', { grantId: string; motionId: string; by: string }>;
/** The motion ended without a decision under this grant. */
export type ReservationReleased = Event<'ReservationReleased', { grantId: string; motionId: string }>;

export type GrantEvent =
  GrantGiven | GrantRevoked | AmountReserved | ReservationConfirmed | AmountFreed | ReservationReleased;
