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
/** A model of whole-life cost in two bands, below a billion and from there on, worth so many points. */
export const costing = (direction: string, small: string, big: string, unit = 'GBP') => ({
  ...confidenceModel,
  name: 'Of costs',
  criteria: [
    {
      ...criterion,
      ...{ measure: 'whole-life-cost', direction },
      scale: {
        ...{ kind: 'bands', maximum: '5', unit },
        bands: [
          { from: null, below: '1000000000', points: small, meaning: 'Small.' },
          { from: '1000000000', below: null, points: big, meaning: 'Big.' },
        ],
      },
    },
  ],
});
/** A model of confidence with levels for these ratings of the scale of three, and for no others. */
export const rating = (...ratings: readonly string[]) => ({
  ...confidenceModel,
  name: 'Of ratings',
  criteria: [
    {
      ...criterion,
      scale: {
        ...{ kind: 'levels', maximum: '5' },
        levels: ratings.map((each) => ({ scale: 'ipa-3', rating: each, points: '3', meaning: 'So.' })),
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
