import type { Event, Instant } from '@docket/kernel';

/** A ballot has opened that says when it closes. */
export type BallotClockSet = Event<
  'BallotClockSet',
  { motionId: string; portfolioId?: string; closesAt: Instant }
>;
/** Its time had come and it was closed; how much later that was is in the event's own metadata. */
export type BallotClockRung = Event<'BallotClockRung', { motionId: string; closesAt: Instant }>;
/** Somebody closed the ballot before its time. */
export type BallotClockStopped = Event<'BallotClockStopped', { motionId: string }>;
/** The motion refused to be closed by the clock, under this code: nothing is left to close. */
export type BallotClockRefused = Event<'BallotClockRefused', { motionId: string; code: string }>;

export type BallotClockEvent = BallotClockSet | BallotClockRung | BallotClockStopped | BallotClockRefused;
