import type { Instant } from '@docket/kernel';
import type { SeatRole } from './body.events';

/** A person's place in a body from an instant up to, not including, another; `alternateFor` of an alternate only. */
export type Seat = Readonly<{
  personId: string;
  role: SeatRole;
  alternateFor?: string;
  from: Instant;
  until?: Instant;
}>;

/** Whether the seat's term covers the instant. */
export const isInTerm = ({ from, until }: Seat, at: Instant): boolean =>
  from <= at && (until === undefined || at < until);

/** Whether the seat's term has ended by the instant. */
export const hasEnded = ({ until }: Seat, at: Instant): boolean => until !== undefined && until <= at;

/** Whether two terms share a moment. */
export const overlap = (one: Seat, other: Seat): boolean =>
  (other.until === undefined || one.from < other.until) &&
  (one.until === undefined || other.from < one.until);

/** A secretary has a seat without a vote, and an alternate votes in the seat of another. */
export const hasVote = ({ role }: Pick<Seat, 'role'>): boolean =>
  role !== 'secretary' && role !== 'alternate';

/** The seats in term that vote. */
export const votingSeats = (seats: readonly Seat[], at: Instant): readonly Seat[] =>
  seats.filter((seat) => hasVote(seat) && isInTerm(seat, at));

/** The seat a person holds at the instant. */
export const seatOf = (seats: readonly Seat[], personId: string, at: Instant): Seat | undefined =>
  seats.find((seat) => seat.personId === personId && isInTerm(seat, at));

/** An alternate, and whom they sit for. */
export type AlternateSeat = Seat & Readonly<{ role: 'alternate'; alternateFor: string }>;

const isAlternate = (seat: Seat): seat is AlternateSeat =>
  seat.role === 'alternate' && seat.alternateFor !== undefined;

/** The alternates in term of those who have a seat with a vote: where the principal has none, there is none to sit in. */
export const alternateSeats = (seats: readonly Seat[], at: Instant): readonly AlternateSeat[] => {
  const principals = new Set(votingSeats(seats, at).map(({ personId }) => personId));
  return seats.filter(isAlternate).filter((seat) => isInTerm(seat, at) && principals.has(seat.alternateFor));
};
