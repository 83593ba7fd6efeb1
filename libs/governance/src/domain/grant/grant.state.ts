import { unreachable } from '@docket/kernel';
import type { Reservation } from '../authority/reservation';
import type { AmountReserved, GrantEvent, GrantGiven } from './grant.events';

/** A grant that was given, with its account in order of motion as first reserved. */
export type KnownGrant = Readonly<
  { isRevoked: boolean; account: readonly Reservation[] } & GrantGiven['data']
>;
export type GivenGrant = Readonly<{ status: 'given' }> & KnownGrant;
export type GrantState = Readonly<{ status: 'absent' }> | GivenGrant;

export const initialState = (): GrantState => ({ status: 'absent' });

const without = (account: readonly Reservation[], motionId: string): readonly Reservation[] =>
  account.filter((one) => one.motionId !== motionId);

/** What an account keeps of a reservation. */
export const reservationOf = ({ data }: Pick<AmountReserved, 'data'>): Reservation => {
  const { motionId, projectId, programme, linked, value, at, period } = data;
  return { motionId, projectId, programme, linked, value, at, period, state: 'reserved' };
};

/** An account after an event of it. */
export const accountAfter = (
  account: readonly Reservation[],
  event: Exclude<GrantEvent, { type: 'GrantGiven' | 'GrantRevoked' }>,
): readonly Reservation[] => {
  const { motionId } = event.data;
  switch (event.type) {
    case 'AmountReserved':
      return [...without(account, motionId), reservationOf(event)];
    case 'ReservationConfirmed':
      return account.map((one) => (one.motionId === motionId ? { ...one, state: 'confirmed' } : one));
    case 'AmountFreed':
    case 'ReservationReleased':
      return without(account, motionId);
    default:
      return unreachable(event);
  }
};

export const evolve = (state: GrantState, event: GrantEvent): GrantState => {
  if (event.type === 'GrantGiven') return { status: 'given', ...event.data, isRevoked: false, account: [] };
  if (state.status === 'absent') return state;
  if (event.type === 'GrantRevoked') return { ...state, isRevoked: true };
  return { ...state, account: accountAfter(state.account, event) };
};
