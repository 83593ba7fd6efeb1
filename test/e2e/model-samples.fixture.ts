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
