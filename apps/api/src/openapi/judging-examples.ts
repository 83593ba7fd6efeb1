import { asOf } from './example-cut';

const portfolio = { id: '1c7a0788-2ab5-8724-b706-9ce3b299b7a5', name: 'City' };
const project = { id: 'f8850372-b7ed-8703-94a9-5fba136b8fc2', name: 'North bridge renewal' };
const model = {
  id: '5f0b3cf3-8b6d-8d8c-8d33-0bb1c6a3d1f2',
  name: 'Worth 1',
  publishedAt: '2026-11-21T02:47:45.410Z',
  effectiveFrom: '2026-11-21',
  inRetrospect: false,
  retired: false,
  notYetEffective: false,
};
const assessmentId = 'a4c1f0d2-6c0e-8a57-9c1b-7e2f4d5b8a31';
const stand = {
  rank: 1,
  score: '3',
  coverage: '1',
  reason: 'Moved most by Delivery confidence (3 of 5), for and against.',
};

/** What reads of assessments, and of two models beside each other, answer. */
export const judgingExamples = {
  'get /api/v1/projects/{projectId}/assessments': {
    asOf,
    project,
    model,
    assessments: [
      {
        id: assessmentId,
        assessor: 'p-dina',
        changedAt: '2026-11-21T02:47:45.640Z',
        revision: 0,
        ratings: [
          {
            criterion: 'strategic-fit',
            points: '4',
            reason: 'It serves one objective that nothing else serves.',
          },
        ],
        comment: null,
        notCounted: null,
      },
    ],
    withdrawn: [],
    criteria: [
      {
        criterion: 'strategic-fit',
        name: 'Strategic fit',
        maximum: '5',
        assessors: 1,
        mean: '4',
        spread: null,
        coefficientOfVariation: { value: null, notAvailable: 'too-few-assessors' },
      },
    ],
    agreement: { value: null, notAvailable: 'too-few-assessors', assessors: 1, items: 1 },
  },
  'get /api/v1/projects/{projectId}/assessments/history': {
    asOf,
    project,
    assessments: [
      {
        id: assessmentId,
        model: { id: model.id, name: model.name },
        assessor: 'p-dina',
        status: 'given',
        notCounted: null,
        versions: [
          {
            kind: 'given',
            at: '2026-11-21T02:47:45.640Z',
            by: 'p-dina',
            events: [11],
            ratings: [
              {
                criterion: 'strategic-fit',
                name: 'Strategic fit',
                from: null,
                to: '4',
                reason: 'It serves one objective that nothing else serves.',
                number: 11,
              },
            ],
            comment: null,
            reason: null,
          },
        ],
      },
    ],
  },
  'get /api/v1/portfolios/{portfolioId}/assessments': {
    asOf,
    portfolio,
    model,
    notices: [
      {
        code: 'ratings-awaited',
        text: '12 of 40 components have no ratings by “Worth 2”, in force since 2026-11-21; ratings by “Worth 1” do not count by it.',
      },
    ],
    assessments: [
      {
        id: assessmentId,
        project,
        assessor: 'p-dina',
        changedAt: '2026-11-21T02:47:45.640Z',
        rated: ['strategic-fit'],
        missing: [],
        notCounted: null,
      },
    ],
    agreement: [
      {
        criterion: 'strategic-fit',
        name: 'Strategic fit',
        value: null,
        notAvailable: 'too-few-assessors',
        assessors: 1,
        items: 1,
      },
    ],
    rated: [{ id: model.id, name: model.name }],
  },
  'get /api/v1/scoring-models/{modelId}/comparison': {
    asOf,
    portfolio,
    model: { id: 'd94754db-b8ca-8a40-88a7-4269789a5014', name: 'A draft', status: 'draft' },
    against: { id: 'b4bf4bd1-dc88-825e-84c0-66cf28ecd765', name: 'Confidence 1', status: 'published' },
    notices: [
      {
        code: 'ratings-awaited',
        text: '12 of 40 components have no ratings by “A draft”, which is a draft. Published for a later day, it can be assessed ahead of that day.',
      },
    ],
    carried: [
      {
        criterion: 'strategic-fit',
        name: 'Strategic fit',
        from: { id: 'b4bf4bd1-dc88-825e-84c0-66cf28ecd765', name: 'Confidence 1', status: 'published' },
        as: 'strategic-fit',
        components: 1,
      },
    ],
    own: { ranked: 0, unranked: 1 },
    heads: { moved: 0, same: 1, gainRank: 0, loseRank: 0, rankedByNeither: 0 },
    rows: [
      { ...project, rankedBy: 'both', model: stand, against: stand, moved: 0, carried: ['strategic-fit'] },
    ],
  },
};
