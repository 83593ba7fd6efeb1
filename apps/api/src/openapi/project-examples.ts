import { asOf } from './example-cut';

const portfolio = {
  id: '1c7a0788-2ab5-8724-b706-9ce3b299b7a5',
  name: 'City',
  currency: 'GBP',
  timeZone: 'Europe/London',
  settled: true,
  reachedAt: null,
};

const authorised = {
  wholeLifeCost: '12500000',
  expectedBenefits: '18000000',
  start: '2027-04-01',
  finish: '2029-03-31',
};

const said = (value: string) => ({
  value,
  reportedFor: '2026-11-21',
  eventId: '9f531f23-834f-48d8-ae1b-715fcb2e17b9',
});

const project = {
  id: 'f8850372-b7ed-8703-94a9-5fba136b8fc2',
  portfolioId: '1c7a0788-2ab5-8724-b706-9ce3b299b7a5',
  name: 'North bridge renewal',
  department: 'Highways',
  category: null,
  reference: null,
  status: 'authorised',
  since: '2026-11-21',
  absentFrom: null,
  proposer: 'p-priya',
  sponsor: 'p-maya',
  manager: 'p-priya',
  declined: [],
  interested: [],
  openMotion: null,
  businessCase: {
    wholeLifeCost: '12500000',
    expectedBenefits: '18000000',
    start: '2027-04-01',
    finish: '2029-03-31',
  },
  baseline: { original: authorised, current: authorised },
  differsFromBaseline: [],
  reports: 1,
  firstReportedFinish: null,
  lastReport: {
    reportedFor: '2026-11-21',
    figures: {
      ...{ budget: '1200000', forecast: '1260000' },
      ...{ plannedValue: '3000000', earnedValue: '2500000', actualCost: '2800000' },
    },
    confidence: null,
    eventId: '9f531f23-834f-48d8-ae1b-715fcb2e17b9',
    revision: 2,
  },
  previousReport: null,
  reported: {
    plannedValue: said('3000000'),
    earnedValue: said('2500000'),
    actualCost: said('2800000'),
    budget: said('1200000'),
    forecast: said('1260000'),
  },
  confidence: {
    day: '2026-11-21',
    reviewer: 'p-dina',
    eventId: '3f8d2c8e-1d0b-4a5e-9c36-1b7f0e2d4c55',
    revision: 4,
    scale: 'ipa-3',
    rating: 'amber',
  },
  mustHave: null,
  node: '0cf53bd9-5297-895e-bf97-90485f13ee7f',
};

const history = {
  id: 'f8850372-b7ed-8703-94a9-5fba136b8fc2',
  name: 'North bridge renewal',
  entries: [
    {
      number: 2,
      eventId: '91e6711a-b3a1-495b-aa3d-a617e9705c68',
      revision: 0,
      type: 'ProjectProposed',
      date: '2026-11-21T02:47:45.357Z',
      recordedAt: '2026-11-21T02:47:45.357Z',
      knownAt: null,
      actor: 'p-priya',
      authentication: 'local-session',
      commandId: '3b0a4f1d7c3e5a9b8d2f6c1e0a7b4d9c8e5f2a1b6d3c0e9f8a7b5c4d2e1f0a9b',
      correlationId: '7d1f0c9a-2b3e-4f5a-8c6d-9e0f1a2b3c4d',
      causationId: null,
      guards: [{ stream: 'docket-portfolio-1c7a0788-2ab5-8724-b706-9ce3b299b7a5', revision: 0 }],
      details: {
        projectId: 'f8850372-b7ed-8703-94a9-5fba136b8fc2',
        portfolioId: '1c7a0788-2ab5-8724-b706-9ce3b299b7a5',
        proposer: 'p-priya',
        proposedOn: '2026-11-21',
        name: 'North bridge renewal',
        sponsor: 'p-maya',
        manager: 'p-priya',
        wholeLifeCost: '12500000',
        expectedBenefits: '18000000',
        start: '2027-04-01',
        finish: '2029-03-31',
        department: 'Highways',
        summary: 'Renews the bridge before its load limit closes the road.',
      },
    },
  ],
};

const wholeCase = { scope: null, options: null, budgetByYear: [], demand: [], benefits: [], risks: [] };

/** What reads of portfolios and projects answer. */
export const projectExamples = {
  'get /api/v1/portfolios': { asOf, total: 1, next: null, rows: [portfolio] },
  'get /api/v1/portfolios/{portfolioId}': { asOf, portfolio },
  'get /api/v1/portfolios/{portfolioId}/projects': { asOf, total: 1, next: null, rows: [project] },
  'get /api/v1/projects/{projectId}': {
    asOf,
    ...project,
    businessCase: { ...project.businessCase, ...wholeCase },
    ...{
      baselineScope: { original: null, current: null },
      description: 'Replace the bearings and the deck before the load limit falls.',
      narrative: 'Bearings arrived late; the deck is on plan.',
    },
  },
  'get /api/v1/projects/{projectId}/history': { asOf, ...history },
};
