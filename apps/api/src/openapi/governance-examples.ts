import { asOf } from './example-cut';

const body = {
  id: '4da7a5c6-f5e5-8a20-9fcd-c745657bd892',
  name: 'Investment board',
  quorum: { kind: 'count', seats: 2 },
  carryRule: 'majority-of-cast',
  minimumSeats: 2,
  seats: [{ personId: 'p-bea', role: 'member', from: '2026-11-21T02:47:45.471Z', until: null, inTerm: true }],
};

const motion = {
  id: '2a780987-91c3-84db-9655-273bb3a742f8',
  bodyId: '4da7a5c6-f5e5-8a20-9fcd-c745657bd892',
  projectId: 'f8850372-b7ed-8703-94a9-5fba136b8fc2',
  ask: 'go',
  question: 'Shall it go ahead?',
  proposer: 'p-sven',
  tabledAt: '2026-11-21T02:47:45.508Z',
  status: 'decided',
  result: 'carried',
};

const decision = {
  motionId: '2a780987-91c3-84db-9655-273bb3a742f8',
  bodyId: '4da7a5c6-f5e5-8a20-9fcd-c745657bd892',
  projectId: 'f8850372-b7ed-8703-94a9-5fba136b8fc2',
  outcome: 'go',
  rationale: 'The board accepts the case; the price is fixed until March.',
  decidedAt: '2026-11-21T02:47:45.597Z',
  recordedBy: 'p-chen',
  followUp: { state: 'carried', at: '2026-11-21T02:47:45.606Z', code: null },
};

/** What reads of bodies, motions and decisions answer. */
export const governanceExamples = {
  'get /api/v1/portfolios/{portfolioId}/bodies': { asOf, total: 1, next: null, rows: [body] },
  'get /api/v1/bodies/{bodyId}': { asOf, ...body },
  'get /api/v1/portfolios/{portfolioId}/motions': { asOf, total: 1, next: null, rows: [motion] },
  'get /api/v1/portfolios/{portfolioId}/decisions': { asOf, total: 1, next: null, rows: [decision] },
  'get /api/v1/motions/{motionId}': {
    asOf,
    ...motion,
    ...{
      ballot: {
        openedAt: '2026-11-21T02:47:45.523Z',
        openedBy: 'p-sven',
        closesAt: null,
        electorate: [{ personId: 'p-bea', role: 'member', standing: 'entitled' }],
        quorum: { kind: 'count', seats: 2 },
        carryRule: 'majority-of-cast',
        minimumSeats: 2,
        projectRevision: 1,
      },
      votes: [
        {
          personId: 'p-bea',
          choice: 'for',
          reason: 'The load limit would close the road.',
          at: '2026-11-21T02:47:45.557Z',
        },
      ],
      outcome: {
        closedAt: '2026-11-21T02:47:45.585Z',
        closedBy: 'p-chen',
        result: 'carried',
        count: { inFavour: 2, against: 0, abstained: 0, entitled: 3, quorumNeeded: 2, denominator: 2 },
        struck: [],
      },
      decision: {
        outcome: 'go',
        rationale: 'The board accepts the case; the price is fixed until March.',
        decidedAt: '2026-11-21T02:47:45.597Z',
        recordedBy: 'p-chen',
      },
      followUp: { state: 'carried', at: '2026-11-21T02:47:45.606Z', code: null },
    },
  },
};
