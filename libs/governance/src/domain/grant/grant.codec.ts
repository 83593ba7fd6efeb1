import { defineCodec, type FirstVersions } from '@docket/kernel';
import type { GrantEvent, GrantGiven } from './grant.events';

type Stored =
  | FirstVersions<Exclude<GrantEvent, GrantGiven>>
  | Readonly<{ type: 'GrantGiven.v1'; data: Omit<GrantGiven['data'], 'callInHours'> }>
  | Readonly<{ type: 'GrantGiven.v2'; data: GrantGiven['data'] }>;

/** How the events of a grant are stored; why it was revoked is kept as words. */
export const codec = defineCodec<GrantEvent, Stored>({
  versions: {
    GrantGiven: 2,
    GrantRevoked: 1,
    AmountReserved: 1,
    ReservationConfirmed: 1,
    AmountFreed: 1,
    ReservationReleased: 1,
  },
  upcasters: {
    'GrantGiven.v1': (data) => ({ type: 'GrantGiven', data: { ...data, callInHours: null } }),
    'GrantGiven.v2': (data) => ({ type: 'GrantGiven', data }),
    'GrantRevoked.v1': (data) => ({ type: 'GrantRevoked', data }),
    'AmountReserved.v1': (data) => ({ type: 'AmountReserved', data }),
    'ReservationConfirmed.v1': (data) => ({ type: 'ReservationConfirmed', data }),
    'AmountFreed.v1': (data) => ({ type: 'AmountFreed', data }),
    'ReservationReleased.v1': (data) => ({ type: 'ReservationReleased', data }),
  },
  words: { GrantRevoked: ['reason'] },
});
