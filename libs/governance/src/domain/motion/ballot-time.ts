import type { Instant } from '@docket/kernel';

type Timed = Readonly<{ closesAt?: Instant }>;

/** Whether the ballot's time has ended by the instant. */
export const isOver = <T extends Timed>(
  ballot: T,
  at: Instant,
): ballot is T & Readonly<{ closesAt: Instant }> => ballot.closesAt !== undefined && at >= ballot.closesAt;

/** When the voting ended of a ballot that is closed at an instant: with its time where that had come, whoever was late to count. */
export const endOf = (ballot: Timed, at: Instant): Instant => (isOver(ballot, at) ? ballot.closesAt : at);
