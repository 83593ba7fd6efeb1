import { kinds } from './kinds';

/** What the rules and seats of bodies refuse, alternates at the ballot included; and what can be wrong with a kept capsule. */
export const bodyKinds = {
  ...kinds(404, {
    'capsule-not-kept': 'Capsule not kept',
    'capsule-missing': 'Capsule missing',
  }),
  ...kinds(403, {
    'principal-recused': 'Principal recused',
    'ballot-withheld': 'Ballot withheld',
  }),
  ...kinds(409, {
    'capsule-altered': 'Capsule altered',
    'deputy-taken': 'Deputy taken',
    'alternate-taken': 'Alternate taken',
    'chair-taken': 'Chair taken',
    'already-seated': 'Already seated',
    'principal-has-voted': 'Principal has voted',
  }),
  ...kinds(422, {
    'alternate-for-nobody': 'Alternate for nobody',
    'alternate-for-oneself': 'Alternate for oneself',
    'alternate-for-alternate': 'Alternate for an alternate',
    'alternate-by-role-only': 'Alternate by role only',
    'minimum-larger-than-body': 'Fewest seats above the body',
    'lead-missing': 'Nobody to lead',
    'quorum-out-of-range': 'Quorum out of range',
    'minimum-seats-out-of-range': 'Minimum of seats out of range',
  }),
};
