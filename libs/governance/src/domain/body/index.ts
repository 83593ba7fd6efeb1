export * from './body.aggregate';
export * from './body.events';
export { alternateSeats, isInTerm, seatOf, votingSeats, type AlternateSeat, type Seat } from './seats';
export type * from './body.commands';
export type { BodyState, EstablishedBody } from './body.state';
