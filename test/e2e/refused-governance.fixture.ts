import { NOBODYS, type Case } from './refused-input.fixture';
import { ampleGrant, board } from './samples.fixture';

const P = '/api/v1/portfolios/{portfolioId}';
const vote = 'POST /api/v1/motions/{motionId}/votes';
const tabling = 'POST /api/v1/portfolios/{portfolioId}/motions';
const granting = `POST ${P}/grants`;
const aye = { choice: 'for', reason: 'It is worth it.' };

/** Seats, motions and votes that cannot stand. */
export const refusedGovernance: readonly Case[] = [
  ['a vote of somebody who is no member', 'p-dina', vote, aye, '403 not-a-member'],
  ['a vote for nothing', 'p-bea', vote, { choice: 'perhaps', reason: 'x' }, '400 fields-invalid'],
  ['a vote without a reason', 'p-bea', vote, { choice: 'for', reason: ' ' }, '400 fields-invalid'],
  [
    'a second motion on a project',
    'p-sven',
    tabling,
    { bodyId: '{bodyId}', projectId: '{projectId}', ask: 'go', question: 'Again?' },
    '409 motion-already-open',
  ],
  [
    'a seat taken',
    'p-otto',
    'POST /api/v1/bodies/{bodyId}/seats',
    { personId: 'p-bea', role: 'secretary' },
    '409 already-seated',
  ],
  [
    'a second chair',
    'p-otto',
    'POST /api/v1/bodies/{bodyId}/seats',
    { personId: 'p-dina', role: 'chair' },
    '409 chair-taken',
  ],
  [
    'a seat that ends before it begins',
    'p-otto',
    'POST /api/v1/bodies/{bodyId}/seats',
    {
      personId: 'p-dina',
      role: 'member',
      from: '2026-02-01T00:00:00.000Z',
      until: '2026-01-01T00:00:00.000Z',
    },
    '422 term-ends-before-it-starts',
  ],
  [
    'the end of a seat nobody has',
    'p-otto',
    'POST /api/v1/bodies/{bodyId}/seats/p-dina/end',
    { reason: 'Left.' },
    '404 not-seated',
  ],
  [
    'the end of a seat by name',
    'p-otto',
    'POST /api/v1/bodies/{bodyId}/seats/Dina%20Farouk/end',
    { reason: 'Left.' },
    '400 id-malformed',
  ],
  [
    'a quorum of more than all',
    'p-otto',
    `POST ${P}/bodies`,
    { ...board, name: 'New', quorum: { kind: 'share', share: '1.5' } },
    '422 quorum-out-of-range',
  ],
  [
    'a decision before the close',
    'p-chen',
    'POST /api/v1/motions/{motionId}/decision',
    { rationale: 'Because.' },
    '409 motion-not-carried',
  ],
  [
    'a ballot opened twice',
    'p-sven',
    'POST /api/v1/motions/{motionId}/ballot',
    {},
    '409 ballot-already-opened',
  ],
  [
    'a grant passed on to the body that holds it',
    'p-otto',
    granting,
    {
      from: { kind: 'grant', grantId: '{grantId}' },
      bodyId: '{bodyId}',
      authority: { perDecision: '50000001' },
    },
    '409 circle-of-grants',
  ],
  [
    'a grant of a body to itself',
    'p-otto',
    granting,
    { from: { kind: 'body', bodyId: '{bodyId}' }, bodyId: '{bodyId}', authority: {} },
    '409 circle-of-grants',
  ],
  [
    'a grant of the portfolio by a chair',
    'p-chen',
    granting,
    { ...ampleGrant, bodyId: '{bodyId}' },
    '403 not-yours-to-grant',
  ],
  [
    'a grant to a body nobody knows',
    'p-otto',
    granting,
    { ...ampleGrant, bodyId: NOBODYS },
    '404 body-unknown',
  ],
  [
    'a time to call in what no body grants',
    'p-otto',
    granting,
    { ...ampleGrant, bodyId: '{bodyId}', callInHours: 72 },
    '422 call-in-by-nobody',
  ],
  [
    'a time to call in of nothing',
    'p-otto',
    granting,
    { ...ampleGrant, bodyId: '{bodyId}', callInHours: 0 },
    '400 fields-invalid',
  ],
  [
    'a motion that supersedes what nobody decided',
    'p-sven',
    tabling,
    {
      ...{ bodyId: '{bodyId}', projectId: '{projectId}', ask: 'go', question: 'Again?' },
      supersedes: '{motionId}',
    },
    '409 motion-already-open',
  ],
  [
    'an escalation while the ballot is open',
    'p-sven',
    'POST /api/v1/motions/{motionId}/escalation',
    { reason: 'Above us.' },
    '409 ballot-still-running',
  ],
  [
    'an escalation of nothing',
    'p-sven',
    `POST /api/v1/motions/${NOBODYS}/escalation`,
    { reason: 'Above us.' },
    '404 motion-unknown',
  ],
  [
    'a call-in of what is not decided',
    'p-chen',
    'POST /api/v1/motions/{motionId}/call-in',
    { reason: 'Wait.' },
    '409 decision-missing',
  ],
  [
    'a ratification of what is not decided',
    'p-chen',
    'POST /api/v1/motions/{motionId}/ratification',
    { reason: 'Yes.' },
    '409 decision-missing',
  ],
  [
    'a grant in a node nobody knows',
    'p-otto',
    granting,
    { ...ampleGrant, bodyId: '{bodyId}', authority: { domains: [NOBODYS] } },
    '404 node-unknown',
  ],
  [
    'a grant of everything but something',
    'p-otto',
    granting,
    { ...ampleGrant, bodyId: '{bodyId}', authority: { kinds: [] } },
    '400 fields-invalid',
  ],
  [
    'a limit below nothing',
    'p-otto',
    granting,
    { ...ampleGrant, bodyId: '{bodyId}', authority: { perDecision: '-1' } },
    '422 limit-malformed',
  ],
  [
    'a revocation by somebody who chairs nothing',
    'p-bea',
    'POST /api/v1/grants/{grantId}/revocation',
    { reason: 'x' },
    '403 not-yours-to-revoke',
  ],
];
