import { asOf } from './example-cut';

const common = {
  portfolio: { id: '1c7a0788-2ab5-8724-b706-9ce3b299b7a5', name: 'City' },
  model: {
    id: 'b4bf4bd1-dc88-825e-84c0-66cf28ecd765',
    name: 'Confidence 1',
    publishedAt: '2026-11-21T02:47:45.424Z',
    inRetrospect: false,
  },
  notices: [],
};

const bridge = { id: 'f8850372-b7ed-8703-94a9-5fba136b8fc2', name: 'North bridge renewal' };
const ferry = { id: '5b1f8a52-64a1-8e0c-9d42-2f7c1be0a913', name: 'Night ferry' };

const tieBreak = [{ key: 'score', value: '1' }];
const contributions = [{ criterion: 'confidence', points: '1' }];
const row = {
  rank: 2,
  reason: 'Moved most by Delivery confidence (1 of 5), for and against.',
  ...ferry,
  score: '1',
  coverage: '1',
  tieBreak,
  contributions,
};

const drawn = {
  currency: 'GBP',
  rule: 'stop',
  budget: '15000000',
  sum: '12500000',
  left: '2500000',
  lineRank: 2,
  mustHavesExceedBudget: false,
};

const above = {
  funded: 'above',
  rank: 1,
  ...bridge,
  score: '3',
  cost: { amount: '12500000', basis: 'baseline' },
  cumulated: '12500000',
  shortBy: null,
  mustHave: null,
  differsFromBaseline: { baseline: '12500000', businessCase: '13000000', reported: null },
  reason: 'Its cost fits into what is left of the budget.',
};

const below = {
  funded: 'below',
  rank: 2,
  ...ferry,
  score: '1',
  cost: { amount: '4000000', basis: 'business-case' },
  cumulated: null,
  shortBy: '1500000',
  mustHave: null,
  differsFromBaseline: null,
  reason: 'Its cost is more than what is left of the budget.',
};

const part = {
  number: 16,
  eventId: '9f531f23-834f-48d8-ae1b-715fcb2e17b9',
  type: 'StatusReported.v1',
  date: '2026-11-21T02:47:45.572Z',
  stream: 'docket-project-f8850372-b7ed-8703-94a9-5fba136b8fc2',
  revision: 2,
  component: bridge,
  score: '3',
  places: 0,
  turn: 'became-ranked',
  changes: [
    {
      criterion: 'confidence',
      name: 'Delivery confidence',
      unit: null,
      from: null,
      to: 'amber',
      points: { from: null, to: '3' },
    },
  ],
  ratings: [],
  fields: [{ path: 'report/confidence/rating', before: null, after: 'amber' }],
  moreFields: 0,
  actor: 'p-priya',
  sentence: 'p-priya reported its status: Delivery confidence amber',
  reason: null,
};

const proposed = {
  number: 2,
  type: 'ProjectProposed.v2',
  revision: 0,
  score: '0',
  turn: 'entered',
  changes: [],
  fields: [],
  sentence: 'p-priya proposed it',
};

const move = {
  ...bridge,
  kind: 'entered',
  then: { rank: null, score: null },
  now: { rank: 1, score: '3' },
  score: '3',
  places: 0,
  placesByOthers: 0,
  parts: [{ ...part, ...proposed }, part],
};

const since = { number: 0, at: null };

const effect = {
  criterion: 'ratio',
  name: 'Benefit-cost ratio',
  measure: 'benefit-cost-ratio',
  unit: 'times',
  from: { value: '1.5', shown: '1.5', scale: null, points: '1', meaning: 'Little more than it costs.' },
  to: { value: '2', shown: '2', scale: null, points: '5', meaning: 'Twice what it costs.' },
  contribution: { before: '1', after: '5' },
};

const change = {
  component: ferry,
  input: 'expected-benefits',
  currency: 'GBP',
  criterion: null,
  assessor: null,
  objective: null,
  from: '6000000',
  to: '8000000',
  alongside: null,
  criteria: [effect],
  effect: '4',
  before: [
    { ...ferry, rank: 2, score: '1' },
    { ...bridge, rank: 1, score: '3' },
  ],
  after: [
    { ...ferry, rank: 1, score: '5' },
    { ...bridge, rank: 2, score: '3' },
  ],
  others: [],
};

const criterion = {
  criterion: 'confidence',
  name: 'Delivery confidence',
  measure: 'delivery-confidence',
  weight: '1',
  direction: 'benefit',
  unit: null,
  value: 'red',
  scale: 'ipa-3',
  rated: null,
  missing: null,
  anchor: { points: '1', credit: '1', maximum: '5', meaning: 'Appears unachievable.' },
  contribution: '1',
  origin: {
    number: 18,
    eventId: '0d7be2a4-6f0e-4f0b-8a4b-7d2f4c1e9a55',
    type: 'StatusReported.v1',
    stream: 'docket-project-5b1f8a52-64a1-8e0c-9d42-2f7c1be0a913',
    revision: 1,
    date: '2026-11-21T02:47:45.590Z',
  },
  figures: [],
};

const ranking = 'get /api/v1/portfolios/{portfolioId}/ranking';

/** What reads about the reasons of a ranking answer. */
export const rankingExamples = {
  'get /api/v1/portfolios/{portfolioId}/funding-line': { asOf, ...common, ...drawn, rows: [above, below] },
  [`${ranking}/moves`]: {
    ...{ asOf, ...common, since, rows: [move] },
    byOthers: {
      components: 1,
      mostPlaces: 1,
      sentence:
        '1 moved by events of others alone, by 1 place: because North bridge renewal left the ranking (event 12).',
    },
  },
  [`${ranking}/{projectId}/moves`]: { asOf, ...common, since, row: move },
  [`${ranking}/{projectId}/swap`]: {
    asOf,
    ...common,
    row: { ...ferry, rank: 2, score: '1' },
    with: 'above',
    other: { ...bridge, rank: 1, score: '3' },
    swap: change,
    sentence:
      'The smallest single change that would put “Night ferry” above “North bridge renewal”: expected benefits of “Night ferry” at GBP 8,000,000 instead of ' +
      'GBP 6,000,000, which makes Benefit-cost ratio times 2 instead of times 1.5 (Twice what it costs) and adds 4.000. ' +
      'Then “Night ferry” stands 1 instead of 2 and “North bridge renewal” stands 2 instead of 1.',
  },
  [`${ranking}/{projectId}/letter`]: {
    asOf,
    text:
      '“Night ferry” asks for GBP 4,000,000 over its life, in the portfolio “City”.\n\n' +
      'On 2026-11-21 it stood 2 of 2 ranked components by the scoring model “Confidence 1”, with a score of 1.000. ' +
      'Next above it stood “North bridge renewal” with a score of 3.000.',
    ...common,
    row,
    ranked: 2,
    criteria: [criterion],
    above: {
      rank: 1,
      ...bridge,
      score: '3',
      separatedBy: { here: { key: 'score', value: '1' }, there: { key: 'score', value: '3' } },
    },
    below: null,
    currency: 'GBP',
    cost: { amount: '4000000', basis: 'business-case' },
    line: null,
    proposalsRankedBy: null,
    lift: change,
    lowerCost: null,
  },
};
