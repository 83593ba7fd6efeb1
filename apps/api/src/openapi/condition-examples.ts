import { asOf } from './example-cut';

const condition = {
  id: '5f2f1d3c-6a35-8f0e-9c0a-3b1de2a1f7c4',
  motionId: '2a780987-91c3-84db-9655-273bb3a742f8',
  bodyId: '4da7a5c6-f5e5-8a20-9fcd-c745657bd892',
  projectId: 'f8850372-b7ed-8703-94a9-5fba136b8fc2',
  what: 'The ground survey is published.',
  owner: 'p-priya',
  due: '2027-04-01',
  consequence: 'hold',
  standing: 'met',
  awaitsConfirmation: false,
  calledFor: null,
};

const set = {
  number: 41,
  eventId: '8f4c2f0e-71d5-4b0a-9a53-0c2f6d1b7a44',
  revision: 0,
  type: 'ConditionSet',
  date: '2026-11-21T02:47:45.611Z',
  recordedAt: '2026-11-21T02:47:45.611Z',
  knownAt: null,
  actor: 'process:condition-follow-up',
  authentication: 'process',
  commandId: 'c30a4f1d7c3e5a9b8d2f6c1e0a7b4d9c8e5f2a1b6d3c0e9f8a7b5c4d2e1f0a9b',
  correlationId: '7d1f0c9a-2b3e-4f5a-8c6d-9e0f1a2b3c4d',
  causationId: '1e0b5c7a-2d94-4c3f-8a61-5b7d9e3f2c10',
  guards: [{ stream: `docket-motion-${condition.motionId}`, revision: 5 }],
  details: {
    conditionId: condition.id,
    portfolioId: '1c7a0788-2ab5-8724-b706-9ce3b299b7a5',
    motionId: condition.motionId,
    bodyId: condition.bodyId,
    projectId: condition.projectId,
    index: 0,
    owner: 'p-priya',
    due: '2027-04-01',
    dueUntil: '2027-04-01T23:00:00.000Z',
    confirmableUntil: '2027-04-15T23:00:00.000Z',
    consequence: 'hold',
    what: 'The ground survey is published.',
    evidence: 'The report with the signature of the geologist.',
  },
};

/** What reads of conditions answer. */
export const conditionExamples = {
  'get /api/v1/portfolios/{portfolioId}/conditions': { asOf, total: 1, next: null, rows: [condition] },
  'get /api/v1/conditions/{conditionId}/history': { asOf, id: condition.id, entries: [set] },
  'get /api/v1/conditions/{conditionId}': {
    asOf,
    ...condition,
    place: 1,
    evidenceWanted: 'The report with the signature of the geologist.',
    setAt: '2026-11-21T02:47:45.611Z',
    dueUntil: '2027-04-01T23:00:00.000Z',
    confirmableUntil: '2027-04-15T23:00:00.000Z',
    evidence: [
      {
        personId: 'p-priya',
        evidence: 'Report 2027/118, signed on 3 March.',
        at: '2027-03-31T09:12:07.140Z',
      },
    ],
    ending: {
      endedAt: '2027-04-08T13:20:41.318Z',
      recordedAt: '2027-04-08T13:20:41.318Z',
      by: 'p-chen',
      words: 'Read; the survey covers both banks, as was asked for.',
      unconfirmed: false,
      releasedBy: null,
    },
  },
};
