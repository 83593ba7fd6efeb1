import type { DecimalText, Event } from '@docket/kernel';

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

export type ScoringModelDrafted = Event<
  'ScoringModelDrafted',
  { modelId: string; portfolioId: string; name: string } & ModelDefinition
>;
export type ScoringModelRevised = Event<'ScoringModelRevised', { modelId: string } & ModelDefinition>;
/** From here on immutable; `definition` as published is the draft's. */
export type ScoringModelPublished = Event<'ScoringModelPublished', { modelId: string }>;

export type ScoringModelEvent = ScoringModelDrafted | ScoringModelRevised | ScoringModelPublished;
