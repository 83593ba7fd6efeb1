import { asOf } from './example-cut';

const projectId = 'f8850372-b7ed-8703-94a9-5fba136b8fc2';
const motionId = '2a780987-91c3-84db-9655-273bb3a742f8';
const name = 'North bridge renewal';

const funding = {
  id: 'funding',
  wording: 'The treasury has agreed to fund it.',
  meet: 'must',
  needsEvidence: true,
};
const options = {
  id: 'options',
  wording: 'Three options were compared.',
  meet: 'should',
  needsEvidence: false,
};
const gate = { id: 'case', name: 'Gate 2: business case', criteria: [funding, options] };

const standing = {
  gateId: gate.id,
  name: gate.name,
  version: 1,
  since: '2026-11-21T02:47:45.523Z',
  by: 'p-priya',
  reason: 'The survey is done, the costs are known.',
  criteria: [
    {
      ...funding,
      evidence: [
        {
          by: 'p-priya',
          at: '2026-11-22T09:12:07.140Z',
          what: 'The letter of the treasury of 3 March.',
          reference: 'Record 2026/118',
        },
      ],
      judgement: {
        finding: 'met',
        by: 'p-dina',
        at: '2026-11-23T10:02:31.007Z',
        reason: 'Read; it covers the whole cost.',
      },
      sinceJudged: 0,
      standing: 'met',
      notCounted: null,
    },
    { ...options, evidence: [], judgement: null, sinceJudged: 0, standing: 'to-judge', notCounted: null },
  ],
  unmet: [],
};

const passed = {
  gateId: 'idea',
  name: 'Gate 1: idea',
  version: 1,
  motionId: '9c1f0d55-1c0e-8f5a-b8a2-70f5f3b8a1d4',
  bodyId: '4da7a5c6-f5e5-8a20-9fcd-c745657bd892',
  outcome: 'conditional-go',
  unmet: ['sponsor'],
  at: '2026-10-02T15:20:44.881Z',
};

const closure = {
  projectId,
  name,
  outcome: 'completed',
  motionId,
  finalCost: { amount: '12900000', currency: 'GBP' },
  start: '2024-04-01',
  finish: '2026-03-31',
  lessons: 'Ask the river before the engineers: the flood came in March.',
  benefitOwner: 'p-maya',
  noOwnerReason: null,
  by: 'p-priya',
  at: '2026-04-20T08:15:00.412Z',
  corrected: 1,
};

const former = {
  finalCost: { amount: '12800000', currency: 'GBP' },
  start: closure.start,
  finish: closure.finish,
  lessons: closure.lessons,
  benefitOwner: closure.benefitOwner,
  eventId: '0c8f7b1e-5a0f-4f4e-8d39-6a8f0d0b6a11',
  revision: 31,
  by: 'p-priya',
  at: '2026-04-12T13:40:19.250Z',
};

const authorised = { wholeLifeCost: '12500000', start: '2024-04-01', finish: '2026-03-31' };
const baseline = { ...authorised, expectedBenefits: '18000000' };

const planned = {
  projectId,
  name,
  node: '7a4de2b1-0c4f-8d8e-9d0e-2f1c5b7a9e33',
  status: 'authorised',
  since: '2026-10-02T15:20:44.881Z',
  baseline: { original: baseline, current: baseline },
  decision: {
    motionId: passed.motionId,
    bodyId: passed.bodyId,
    outcome: 'conditional-go',
    decidedAt: '2026-10-02T15:20:42.019Z',
    grants: ['0d8b9a63-5f3b-8a0d-8d6b-1be1a0cf6c71'],
  },
  gate: gate.id,
};

/** What reads of gates, of closures and of the plan of record answer. */
export const gateExamples = {
  'get /api/v1/portfolios/{portfolioId}/plan-of-record': { asOf, total: 1, next: null, rows: [planned] },
  'get /api/v1/portfolios/{portfolioId}/gates': {
    asOf,
    ...{ total: 1, next: null },
    rows: [
      {
        ...{ kind: 'project', version: 1, inForce: true },
        ...{ publishedAt: '2026-09-01T10:00:00.000Z', publishedBy: 'p-otto', gates: [gate] },
      },
    ],
  },
  'get /api/v1/projects/{projectId}/gates': { asOf, projectId, name, standing, passed: [passed] },
  'get /api/v1/motions/{motionId}/gate': { asOf, motionId, projectId, atOpening: standing, now: standing },
  'get /api/v1/portfolios/{portfolioId}/closures': { asOf, total: 1, next: null, rows: [closure] },
  'get /api/v1/projects/{projectId}/closure': {
    asOf,
    ...{ projectId, name, status: 'completed', due: null },
    closure: {
      ...closure,
      corrections: [{ former, by: 'p-priya', at: closure.at, reason: 'The last invoice came in.' }],
    },
    baseline: { original: baseline, current: baseline },
    reported: {},
  },
};
