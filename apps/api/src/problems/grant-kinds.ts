import { kinds } from './kinds';

/** Problems with granted authority, and with what is reserved of it. */
export const grantKinds = {
  ...kinds(403, {
    'not-yours-to-grant': 'Not yours to grant',
    'not-yours-to-revoke': 'Not yours to revoke',
  }),
  ...kinds(404, {
    'grant-unknown': 'No such grant',
    'reservation-unknown': 'Nothing reserved',
  }),
  ...kinds(409, {
    'grant-already-given': 'Already given',
    'grant-not-entered': 'Grant not entered',
    'grant-not-named': 'Grant not named',
    'grant-not-begun': 'Grant not begun',
    'grant-expired': 'Grant expired',
    'grant-revoked': 'Grant revoked',
    'grantor-limited-since': 'Grantor limited since',
    'sub-delegation-not-allowed': 'Sub-delegation not allowed',
    'circle-of-grants': 'Circle of grants',
    'over-limit-per-decision': 'Over the limit per decision',
    'over-limit-per-period': 'Over the limit per period',
    'reserved-otherwise': 'Reserved otherwise',
    'reservation-confirmed': 'Reservation confirmed',
  }),
  ...kinds(422, {
    'domain-not-covered': 'Domain not covered',
    'kind-not-covered': 'Kind not covered',
    'outcome-not-covered': 'Outcome not covered',
    'beyond-own-limit': 'Beyond one’s own limit',
    'limit-malformed': 'Limit not an amount',
    'call-in-window-malformed': 'Time to call in not usable',
    'call-in-by-nobody': 'Nobody to call in',
    'nothing-covered': 'Nothing covered',
  }),
};
