import type { AnchoredScale, Band, Criterion, ModelDefinition } from './scoring-model.events';

/** Bands of whole points 0 to 5 at the whole numbers: a value is worth itself. */
export const naturalBands: readonly Band[] = ['0', '1', '2', '3', '4', '5'].map((points, index, all) => ({
  from: index === 0 ? null : points,
  below: all[index + 1] ?? null,
  points,
  meaning: `worth ${points}`,
}));

/** A criterion of whole-life cost on natural bands, of which less is better, with what a spec wants otherwise. */
export const aCriterion = (over: Partial<Criterion> = {}): Criterion => ({
  id: 'cost',
  name: 'Cost',
  weight: '1',
  direction: 'cost',
  measure: 'whole-life-cost',
  scale: { kind: 'bands', maximum: '5', unit: 'GBP', bands: naturalBands },
  ...over,
});

/** The same counted as it is, as worked examples have it: no model may say so of costs, but ranking judges no model. */
export const aRisingCriterion = (over: Partial<Criterion> = {}): Criterion =>
  aCriterion({ direction: 'benefit', ...over });

/** Anchors of whole points 0 to 5. */
export const wholeAnchors: Extract<AnchoredScale, { kind: 'anchors' }> = {
  kind: 'anchors',
  maximum: '5',
  anchors: ['0', '1', '2', '3', '4', '5'].map((points) => ({ points, meaning: `rated ${points}` })),
};

/** A criterion that assessors rate from 0 to 5. */
export const aRatedCriterion = (over: Partial<Criterion> = {}): Criterion =>
  aRisingCriterion({ id: 'fit', name: 'Fit', measure: 'assessment', scale: wholeAnchors, ...over });

/** A definition of these criteria. */
export const aDefinition = (
  criteria: readonly Criterion[] = [aCriterion()],
  minimumCoverage = '0.5',
): ModelDefinition => ({
  criteria,
  minimumCoverage,
});
