import { unreachable } from '@docket/kernel';
import type { BodyEstablished, BodyEvent } from './body.events';
import type { Seat } from './seats';

export type EstablishedBody = Readonly<
  { status: 'established'; rules: number; seats: readonly Seat[] } & BodyEstablished['data']
>;
export type BodyState = Readonly<{ status: 'absent' }> | EstablishedBody;

export const initialState = (): BodyState => ({ status: 'absent' });

export const evolve = (state: BodyState, event: BodyEvent): BodyState => {
  if (event.type === 'BodyEstablished') return { status: 'established', ...event.data, rules: 1, seats: [] };
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'MemberSeated': {
      const { bodyId: _, ...seat } = event.data;
      return { ...state, seats: [...state.seats.filter((one) => one.personId !== seat.personId), seat] };
    }
    case 'MemberUnseated':
      return { ...state, seats: state.seats.filter(({ personId }) => personId !== event.data.personId) };
    case 'BodyRulesChanged': {
      const { quorum, carryRule, minimumSeats, rules } = event.data;
      return { ...state, quorum, carryRule, minimumSeats, rules };
    }
    default:
      return unreachable(event);
  }
};
