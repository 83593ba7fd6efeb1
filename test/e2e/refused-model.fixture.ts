import type { Case } from './refused-input.fixture';
import { confidenceModel } from './samples.fixture';
import { bands, criterion, weighing } from './model-samples.fixture';

const drafting = 'POST /api/v1/portfolios/{portfolioId}/scoring-models';

/** Scoring models that cannot stand. */
export const refusedModel: readonly Case[] = [
  ['weights that do not sum', 'p-otto', drafting, weighing('0.5', '0.4'), '422 weights-do-not-sum'],
  ['a weight of nothing', 'p-otto', drafting, weighing('1', '0'), '422 weight-not-positive'],
  [
    'a criterion given twice',
    'p-otto',
    drafting,
    { ...weighing('0.5'), criteria: [0, 1].map(() => ({ ...criterion, weight: '0.5' })) },
    '422 criterion-twice',
  ],
  ['a scale with a gap', 'p-otto', drafting, bands([null, '10'], ['20', null]), '422 scale-has-gap'],
  ['a scale that overlaps', 'p-otto', drafting, bands([null, '10'], ['5', null]), '422 scale-overlaps'],
  [
    'a scale of no kind',
    'p-otto',
    drafting,
    {
      ...confidenceModel,
      name: 'x',
      criteria: [{ ...criterion, scale: { kind: '__proto__', maximum: '5' } }],
    },
    '400 fields-invalid',
  ],
  [
    'a model edited after publication',
    'p-otto',
    'PUT /api/v1/scoring-models/{published}',
    { criteria: confidenceModel.criteria, minimumCoverage: '0.6' },
    '409 model-published',
  ],
];
