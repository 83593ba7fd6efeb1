import type { Case } from './refused-input.fixture';

const SEATS = 'POST /api/v1/bodies/{bodyId}/seats';
const RULES = 'POST /api/v1/bodies/{bodyId}/rules';
const rules = {
  quorum: { kind: 'count', seats: 2 },
  carryRule: 'majority-of-cast',
  minimumSeats: 2,
  reason: 'The board has grown.',
};
const alternate = { personId: 'p-dina', role: 'alternate' };

/** What is asked wrong of the seats and rules of a body of chair, two members and a secretary. */
export const refusedBody: readonly Case[] = [
  ['an alternate for nobody', 'p-otto', SEATS, alternate, '422 alternate-for-nobody'],
  [
    'an alternate for somebody without a seat',
    'p-otto',
    SEATS,
    { ...alternate, alternateFor: 'p-sam' },
    '422 alternate-for-nobody',
  ],
  [
    'an alternate for the secretary, who has no vote',
    'p-otto',
    SEATS,
    { ...alternate, alternateFor: 'p-sven' },
    '422 alternate-for-nobody',
  ],
  [
    'an alternate for oneself',
    'p-otto',
    SEATS,
    { ...alternate, alternateFor: 'p-dina' },
    '422 alternate-for-oneself',
  ],
  [
    'an alternate who has a seat',
    'p-otto',
    SEATS,
    { personId: 'p-carl', role: 'alternate', alternateFor: 'p-bea' },
    '409 already-seated',
  ],
  [
    'a member who sits for another',
    'p-otto',
    SEATS,
    { personId: 'p-dina', role: 'member', alternateFor: 'p-bea' },
    '422 alternate-by-role-only',
  ],
  ['an alternate for a name', 'p-otto', SEATS, { ...alternate, alternateFor: 'Bea' }, '400 fields-invalid'],
  [
    'a quorum of more seats than vote',
    'p-otto',
    RULES,
    { ...rules, quorum: { kind: 'count', seats: 4 } },
    '422 quorum-larger-than-body',
  ],
  [
    'fewest seats of more than vote',
    'p-otto',
    RULES,
    { ...rules, minimumSeats: 4 },
    '422 minimum-larger-than-body',
  ],
  ['rules without a reason', 'p-otto', RULES, { ...rules, reason: ' ' }, '400 fields-invalid'],
  [
    'rules of a body nobody knows',
    'p-otto',
    'POST /api/v1/bodies/6f0c2a52-9f0e-8b1d-9c3a-2f5d1c7e4b10/rules',
    rules,
    '404 body-unknown',
  ],
];
