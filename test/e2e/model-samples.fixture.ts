import { confidenceModel } from './samples.fixture';

export const [criterion] = confidenceModel.criteria;
/** A model of one criterion in bands with these edges. */
export const bands = (...edges: readonly (readonly [string | null, string | null])[]) => ({
  ...confidenceModel,
  name: 'Of bands',
  criteria: [
    {
      ...criterion,
      measure: 'whole-life-cost',
      scale: {
        kind: 'bands',
        maximum: '5',
        unit: 'GBP',
        bands: edges.map(([from, below], at) => ({ from, below, points: `${at}`, meaning: 'So much.' })),
      },
    },
  ],
});
/** A model of criteria with these weights. */
export const weighing = (...weights: readonly string[]) => ({
  ...confidenceModel,
  name: 'Of weights',
  criteria: weights.map((weight, at) => ({ ...criterion, id: `c-${at}`, name: `Criterion ${at}`, weight })),
});
/** A model of one criterion, rated on anchors of these points. */
export const anchored = (...points: readonly string[]) => ({
  ...confidenceModel,
  name: 'Of anchors',
  criteria: [
    {
      ...criterion,
      measure: 'assessment',
      scale: {
        kind: 'anchors',
        maximum: '5',
        anchors: points.map((each) => ({ points: each, meaning: 'So.' })),
      },
    },
  ],
});
/** A model of three criteria without weights, compared by these rows. */
export const comparing = (...matrix: readonly (readonly string[])[]) => ({
  ...confidenceModel,
  name: 'Of comparisons',
  criteria: ['Value', 'Risk', 'Cost'].map((name) => ({
    ...criterion,
    id: name.toLowerCase(),
    name,
    weight: undefined,
  })),
  weighting: { kind: 'pairwise', matrix },
});
