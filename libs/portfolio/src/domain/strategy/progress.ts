import { Decimal, type DecimalText } from '@docket/kernel';
import type { DatedValue } from './strategy.events';

/** A figure, or why there is none: exactly one of the two is null. A ratio is exact decimal text, at most 12 places. */
export type Figure<Reason extends string> =
  Readonly<{ value: DecimalText; reason: null }> | Readonly<{ value: null; reason: Reason }>;

export type NoProgress = 'no-actual' | 'target-equals-baseline';
export type NoGoalProgress = 'no-objectives' | 'nothing-weighed' | 'no-progress';

/** Ratios are rounded half-even to this many places, the last thing that is done to them. */
export const RATIO_PLACES = 12;

/**
 * How far the measure has come from its baseline to its target: (actual - baseline) / (target - baseline). 1 where the target
 * is reached, more beyond it, below 0 where the measure went the wrong way.
 */
export const progressOf = ({
  baseline,
  target,
  actual,
}: Readonly<{
  baseline: DatedValue;
  target: DatedValue;
  actual: DatedValue | null;
}>): Figure<NoProgress> => {
  const from = Decimal.of(baseline.value);
  const way = Decimal.of(target.value).minus(from);
  if (way.isZero) return { value: null, reason: 'target-equals-baseline' };
  if (actual === null) return { value: null, reason: 'no-actual' };
  const gone = Decimal.of(actual.value).minus(from);
  return { value: gone.dividedBy(way, RATIO_PLACES).toString(), reason: null };
};

/** An active objective as goal progress sees it: its weight where it has one, and its progress as shown. */
export type Weighed = Readonly<{ weight: DecimalText | null; progress: DecimalText | null }>;

/** The weighted progress of a portfolio, and how many of its active objectives it rests on. */
export type GoalProgress = Readonly<{
  progress: Figure<NoGoalProgress>;
  coverage: Readonly<{ used: number; eligible: number }>;
}>;

const times = (a: DecimalText, b: DecimalText): Decimal => Decimal.of(a).times(Decimal.of(b));

const whyNone = (objectives: readonly Weighed[]): NoGoalProgress => {
  if (objectives.length === 0) return 'no-objectives';
  return objectives.every(({ weight }) => weight === null) ? 'nothing-weighed' : 'no-progress';
};

/**
 * Σ(w·p) / Σw over the active objectives that have a weight and a progress (goal progress of the definitions of KPIs). The
 * progress of each counts as it is shown, so that anybody can work it out again from the answer.
 */
export const goalProgressOf = (objectives: readonly Weighed[]): GoalProgress => {
  const used = objectives.flatMap(({ weight, progress }) =>
    weight === null || progress === null ? [] : [{ weight, progress }],
  );
  const coverage = { used: used.length, eligible: objectives.length };
  if (used.length === 0) return { progress: { value: null, reason: whyNone(objectives) }, coverage };
  const sum = Decimal.sum(used.map(({ weight, progress }) => times(weight, progress)));
  const weights = Decimal.sum(used.map(({ weight }) => Decimal.of(weight)));
  return { progress: { value: sum.dividedBy(weights, RATIO_PLACES).toString(), reason: null }, coverage };
};
