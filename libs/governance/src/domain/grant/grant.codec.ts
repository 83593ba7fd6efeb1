import { defineCodec } from '@docket/kernel';
import type { GrantEvent } from './grant.events';

/** How the events of a grant are stored; why it was revoked is kept as words. */
export const codec = defineCodec<GrantEvent>({
  versions: {
    GrantGiven: 1,
    GrantRevoked: 1,
    AmountReserved: 1,
    ReservationConfirmed: 1,
    ReservationReleased: 1,
  },
  upcasters: {
    'GrantGiven.v1': (data) => ({ type: 'GrantGiven', data }),
    'GrantRevoked.v1': (data) => ({ type: 'GrantRevoked', data }),
    'AmountReserved.v1': (data) => ({ type: 'AmountReserved', data }),
    'ReservationConfirmed.v1': (data) => ({ type: 'ReservationConfirmed', data }),
    'ReservationReleased.v1': (data) => ({ type: 'ReservationReleased', data }),
  },
  words: { GrantRevoked: ['reason'] },
});
