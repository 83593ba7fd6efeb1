import type { Day, DecimalText, Event } from '@docket/kernel';

/**
 * What a criterion is taken from: a figure every component reports or could report, or, for `assessment`, what its assessors
 * rate it (a *rated* criterion, beside the *measured* ones).
 */
export type Measure =
  | 'delivery-confidence'
  | 'budget-variance'
  | 'whole-life-cost'
  | 'schedule-slip'
  | 'cost-performance'
  | 'schedule-performance'
  | 'benefit-cost-ratio'
  | 'strategic-alignment'
  | 'assessment';

/** One level of an anchored scale over named ratings; `scale` is the version of the rating scale it stands in. */
export type RatedLevel = Readonly<{ scale: string; rating: string; points: DecimalText; meaning: string }>;

/** One band of an anchored scale over numbers, half-open: `from` ≤ value < `below`; null has no bound. */
export type Band = Readonly<{
  from: DecimalText | null;
  below: DecimalText | null;
  points: DecimalText;
  meaning: string;
}>;

/** One anchor of a scale that assessors rate on: they give its points, by its meaning. */
export type RatingAnchor = Readonly<{ points: DecimalText; meaning: string }>;

/** `levels` and `bands` are read from data, `anchors` (by rising points) are rated. */
export type AnchoredScale =
  | Readonly<{ kind: 'levels'; maximum: DecimalText; levels: readonly RatedLevel[] }>
  | Readonly<{ kind: 'bands'; maximum: DecimalText; unit: string; bands: readonly Band[] }>
  | Readonly<{ kind: 'anchors'; maximum: DecimalText; anchors: readonly RatingAnchor[] }>;

/** `cost` criteria enter the score as maximum less points. Weights of a model sum to 1. */
export type Criterion = Readonly<{
  id: string;
  name: string;
  weight: DecimalText;
  direction: 'benefit' | 'cost';
  measure: Measure;
  scale: AnchoredScale;
}>;

/** Below `minimumCoverage` (share of weight, 0 to 1) a component stands unranked. */
export type ModelDefinition = Readonly<{ criteria: readonly Criterion[]; minimumCoverage: DecimalText }>;

/**
 * The comparison of criteria, each with each, from which weights came: `matrix[i][j]` says how many times as important criterion i
 * is as j (as it was written: "3", "1/5"), in the order of the criteria; with the figures of its consistency (12 places).
 */
export type PairwiseComparison = Readonly<{
  matrix: readonly (readonly string[])[];
  lambdaMax: DecimalText;
  consistencyIndex: DecimalText;
  consistencyRatio: DecimalText;
}>;

/** `comparison` is null where the weights were given. */
export type ScoringModelDrafted = Event<
  'ScoringModelDrafted',
  {
    modelId: string;
    portfolioId: string;
    name: string;
    comparison: PairwiseComparison | null;
  } & ModelDefinition
>;
export type ScoringModelRevised = Event<
  'ScoringModelRevised',
  { modelId: string; comparison: PairwiseComparison | null } & ModelDefinition
>;
/**
 * From here on immutable; the definition as published is the draft's. Rankings use it by default from `effectiveFrom` on, a
 * day in the portfolio's time zone; null where nobody was asked for one: from its publication on.
 */
export type ScoringModelPublished = Event<
  'ScoringModelPublished',
  { modelId: string; effectiveFrom: Day | null }
>;
/** No ranking uses it by default and nobody assesses by it from here on. */
export type ScoringModelRetired = Event<'ScoringModelRetired', { modelId: string; reason: string }>;

export type ScoringModelEvent =
  ScoringModelDrafted | ScoringModelRevised | ScoringModelPublished | ScoringModelRetired;
