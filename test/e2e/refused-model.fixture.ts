import type { Case } from './refused-input.fixture';
import { confidenceModel } from './samples.fixture';
import { anchored, bands, comparing, costing, criterion, rating, weighing } from './model-samples.fixture';

const drafting = 'POST /api/v1/portfolios/{portfolioId}/scoring-models';

const misfit = '422 unit-does-not-fit-measure';
const rewardsWorse = '422 scale-rewards-the-worse';

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
  ['a scale without all ratings', 'p-otto', drafting, rating('amber'), '422 levels-missing'],
  [
    'a level of no rating',
    'p-otto',
    drafting,
    rating('green', 'amber', 'red', 'blue'),
    '422 level-off-scale',
  ],
  ['bands in a made-up unit', 'p-otto', drafting, costing('cost', '0', '5', 'bananas'), misfit],
  ['bands in the currency of others', 'p-otto', drafting, costing('cost', '0', '5', 'USD'), misfit],
  ['a scale by which the cheaper counts less', 'p-otto', drafting, costing('cost', '5', '1'), rewardsWorse],
  ['a scale by which the dearer counts more', 'p-otto', drafting, costing('benefit', '1', '5'), rewardsWorse],
  ['a scale of one anchor', 'p-otto', drafting, anchored('3'), '422 anchors-too-few'],
  ['a scale whose anchors fall', 'p-otto', drafting, anchored('3', '1'), '422 anchors-out-of-order'],
  [
    'a comparison that is not reciprocal',
    'p-otto',
    drafting,
    comparing(['1', '3', '5'], ['0.33', '1', '3'], ['1/5', '1/3', '1']),
    '422 matrix-not-reciprocal',
  ],
  [
    'a comparison that contradicts itself',
    'p-otto',
    drafting,
    comparing(['1', '3', '1/5'], ['1/3', '1', '3'], ['5', '1/3', '1']),
    '422 judgements-inconsistent',
  ],
  [
    'a comparison of too few',
    'p-otto',
    drafting,
    comparing(['1', '3'], ['1/3', '1']),
    '422 matrix-not-square',
  ],
  [
    'a comparison in words',
    'p-otto',
    drafting,
    comparing(['1', 'more', '5'], ['1/3', '1', '3'], ['1/5', '1/3', '1']),
    '422 judgement-malformed',
  ],
  [
    'a comparison off its scale',
    'p-otto',
    drafting,
    comparing(['1', '10', '5'], ['1/10', '1', '3'], ['1/5', '1/3', '1']),
    '422 judgement-out-of-range',
  ],
  [
    'neither weights nor a comparison',
    'p-otto',
    drafting,
    { ...comparing(['1']), weighting: undefined },
    '422 weight-missing',
  ],
  [
    'a model in force from a day that is over',
    'p-otto',
    'POST /api/v1/scoring-models/{modelId}/publication',
    { effectiveFrom: '2020-01-01' },
    '422 effective-in-the-past',
  ],
  [
    'a draft that shall retire',
    'p-otto',
    'POST /api/v1/scoring-models/{modelId}/retirement',
    { reason: 'Superseded.' },
    '409 model-not-published',
  ],
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
