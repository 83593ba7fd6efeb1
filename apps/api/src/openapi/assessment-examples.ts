import { asOf } from './example-cut';

const model = {
  id: 'd94754db-b8ca-8a40-88a7-4269789a5014',
  name: 'A draft',
  status: 'draft',
  draftedAt: '2026-11-21T02:47:45.391Z',
  publishedAt: null,
  effectiveFrom: null,
  retiredAt: null,
  inRetrospect: false,
  revision: 0,
  canBeMissing: [],
  remarks: [
    {
      code: 'every-criterion-needed',
      text: 'Every criterion is needed: whoever lacks a value on one stands unranked.',
    },
  ],
};

const common = {
  portfolio: { id: '1c7a0788-2ab5-8724-b706-9ce3b299b7a5', name: 'City' },
  model: {
    id: 'b4bf4bd1-dc88-825e-84c0-66cf28ecd765',
    name: 'Confidence 1',
    publishedAt: '2026-11-21T02:47:45.424Z',
    effectiveFrom: '2026-11-21',
    inRetrospect: false,
    retired: false,
    notYetEffective: false,
  },
  notices: [],
};

const row = {
  rank: 1,
  reason: 'Moved most by Delivery confidence (3 of 5), for and against.',
  id: 'f8850372-b7ed-8703-94a9-5fba136b8fc2',
  name: 'North bridge renewal',
  score: '3',
  coverage: '1',
  tieBreak: [{ key: 'score', value: '3' }],
  contributions: [{ criterion: 'confidence', points: '3' }],
};

/** What reads of scoring models and rankings answer. */
export const assessmentExamples = {
  'get /api/v1/portfolios/{portfolioId}/scoring-models': { asOf, total: 1, next: null, rows: [model] },
  'get /api/v1/scoring-models/{modelId}': {
    asOf,
    ...model,
    ...{
      portfolioId: '1c7a0788-2ab5-8724-b706-9ce3b299b7a5',
      publishedBy: null,
      retiredBy: null,
      retiredFor: null,
      comparison: null,
      criteria: [
        {
          id: 'confidence',
          name: 'Delivery confidence',
          weight: '1',
          direction: 'benefit',
          measure: 'delivery-confidence',
          scale: {
            kind: 'levels',
            maximum: '5',
            levels: [
              { scale: 'ipa-3', rating: 'green', points: '5', meaning: 'Delivery appears highly likely.' },
              { scale: 'ipa-3', rating: 'amber', points: '3', meaning: 'Feasible, with issues.' },
              { scale: 'ipa-3', rating: 'red', points: '1', meaning: 'Appears unachievable.' },
            ],
          },
        },
      ],
      minimumCoverage: '0.5',
    },
  },
  'get /api/v1/scoring-models/{modelId}/history': {
    asOf,
    id: model.id,
    name: model.name,
    entries: [
      {
        number: 8,
        eventId: '2f3c1b7e-55d2-4a0d-8f0e-6c9a1d7b3e42',
        revision: 1,
        type: 'ScoringModelPublished',
        date: '2026-11-21T02:47:45.480Z',
        recordedAt: '2026-11-21T02:47:45.480Z',
        knownAt: null,
        actor: 'p-otto',
        authentication: 'local-session',
        commandId: 'c30a4f1d7c3e5a9b8d2f6c1e0a7b4d9c8e5f2a1b6d3c0e9f8a7b5c4d2e1f0a9b',
        correlationId: '7d1f0c9a-2b3e-4f5a-8c6d-9e0f1a2b3c4d',
        causationId: null,
        guards: [],
        details: { modelId: model.id },
      },
    ],
  },
  'get /api/v1/portfolios/{portfolioId}/ranking': { asOf, ...common, rows: [row] },
  'get /api/v1/portfolios/{portfolioId}/ranking/{projectId}': {
    asOf,
    ...common,
    row,
    ...{
      ranked: 1,
      criteria: [
        {
          criterion: 'confidence',
          name: 'Delivery confidence',
          measure: 'delivery-confidence',
          weight: '1',
          direction: 'benefit',
          unit: null,
          value: 'amber',
          scale: 'ipa-3',
          rated: null,
          missing: null,
          anchor: { points: '3', credit: '3', maximum: '5', meaning: 'Feasible, with issues.' },
          contribution: '3',
          origin: {
            number: 16,
            eventId: '9f531f23-834f-48d8-ae1b-715fcb2e17b9',
            type: 'StatusReported.v2',
            stream: 'docket-project-f8850372-b7ed-8703-94a9-5fba136b8fc2',
            revision: 2,
            date: '2026-11-21T02:47:45.572Z',
          },
          figures: [],
        },
      ],
      above: null,
      below: null,
    },
  },
};
