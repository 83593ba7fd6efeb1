import { asOf } from './example-cut';

const portfolioId = '1c7a0788-2ab5-8724-b706-9ce3b299b7a5';

const grant = {
  id: '0b5a1f66-7d11-8f5c-9a54-3d1c5e0f7a21',
  bodyId: '4da7a5c6-f5e5-8a20-9fcd-c745657bd892',
  from: { kind: 'portfolio' },
  authority: {
    domains: null,
    kinds: null,
    outcomes: null,
    perDecision: '50000000',
    perPeriod: { amount: '1000000000', period: 'year' },
    from: '2026-11-21T02:47:45.480Z',
    until: null,
  },
  maySubDelegate: true,
  callInHours: null,
  givenAt: '2026-11-21T02:47:45.480Z',
  givenBy: 'p-otto',
  standing: 'in-force',
  revocation: null,
  used: [{ period: '2026', limit: '1000000000', reserved: '0', confirmed: '0', left: '1000000000' }],
};

const given = {
  number: 13,
  eventId: '7b1e0d94-3c5f-4a27-8d60-2f9a4e6c1b38',
  revision: 0,
  type: 'GrantGiven',
  date: '2026-11-21T02:47:45.480Z',
  recordedAt: '2026-11-21T02:47:45.480Z',
  knownAt: null,
  actor: 'p-otto',
  authentication: 'local-session',
  commandId: 'c30a4f1d7c3e5a9b8d2f6c1e0a7b4d9c8e5f2a1b6d3c0e9f8a7b5c4d2e1f0a9b',
  correlationId: '7d1f0c9a-2b3e-4f5a-8c6d-9e0f1a2b3c4d',
  causationId: null,
  guards: [{ stream: `docket-portfolio-${portfolioId}`, revision: 1 }],
  details: {
    grantId: grant.id,
    portfolioId,
    from: grant.from,
    bodyId: grant.bodyId,
    maySubDelegate: true,
    callInHours: null,
    authority: grant.authority,
  },
};

/** What reads of grants, and of who may decide, answer. */
export const authorityExamples = {
  'get /api/v1/portfolios/{portfolioId}/grants': { asOf, total: 1, next: null, rows: [grant] },
  'get /api/v1/grants/{grantId}': { asOf, ...grant, hangsOn: [], account: [] },
  'get /api/v1/grants/{grantId}/history': { asOf, id: grant.id, entries: [given] },
  'get /api/v1/projects/{projectId}/authority': {
    asOf,
    projectId: 'f8850372-b7ed-8703-94a9-5fba136b8fc2',
    outcome: 'go',
    kind: null,
    path: [],
    value: '12500000',
    counted: '12500000',
    together: [],
    steps: [
      {
        grantId: grant.id,
        bodyId: grant.bodyId,
        hangsOn: [],
        mayDecide: true,
        code: null,
        why: null,
        refusedBy: null,
      },
    ],
    decides: { by: 'grant', grantId: grant.id, bodyId: grant.bodyId },
  },
};
