export * from './body.aggregate';
export * from './body.events';
export { isInTerm, seatOf, votingSeats, type Seat } from './seats';
export type {
  BodyCommand,
  BodyRefusal,
  BodyState,
  EstablishBody,
  EstablishedBody,
  SeatMember,
  UnseatMember,
} from './body.decider';
