import { Decimal, type DecimalText } from '@docket/kernel';
import type { Rated } from '../measures/measures';

/** Means and coefficients are rounded half-even to this many decimals. */
export const MEAN_PLACES = 12;
/** Places of a mean that is weighed on: far beyond a contribution, which alone is rounded to what is shown. */
const WEIGHED_PLACES = 30;
/** Spreads are rounded half-even to this many decimals. */
export const SPREAD_PLACES = 6;

/** Places of a variance before its root is taken: twice those of a spread, and more than its rounding can reach. */
const VARIANCE_PLACES = 30;

/** √((n Σx² − (Σx)²) / n(n − 1)): the sample standard deviation without a rounded mean in between; null for a single one. */
const deviationOf = (points: readonly Decimal[], places: number): Decimal | null => {
  const n = Decimal.of(points.length);
  const pairs = n.times(n.minus(Decimal.of(1)));
  if (pairs.isZero) return null;
  const total = Decimal.sum(points);
  const squares = Decimal.sum(points.map((one) => one.times(one)));
  const variance = n.times(squares).minus(total.times(total)).dividedBy(pairs, VARIANCE_PLACES);
  return variance.squareRoot(places);
};

/** Mean, spread and number of the points that assessors gave on one criterion; `undefined` where nobody gave any. */
export const ratedFrom = (given: readonly DecimalText[]): Rated | undefined => {
  if (given.length === 0) return undefined;
  const points = given.map((text) => Decimal.of(text));
  const mean = Decimal.sum(points).dividedBy(Decimal.of(points.length), WEIGHED_PLACES);
  return { mean, spread: deviationOf(points, SPREAD_PLACES), assessors: points.length };
};

/** A mean as answers show it. */
export const shownMean = (mean: Decimal): DecimalText =>
  mean.dividedBy(Decimal.of(1), MEAN_PLACES).toString();

/** `ratedFrom` that computes the same points, in whatever order, once: thousands of components are rated on few anchors. */
export const rater = (): typeof ratedFrom => {
  const known = new Map<string, Rated | undefined>();
  return (given) => {
    const key = [...given].sort().join();
    if (!known.has(key)) known.set(key, ratedFrom(given));
    return known.get(key);
  };
};

/** How far assessors lie apart as a share of what they give; or why that cannot be said. */
export type Coefficient = Readonly<{
  value: DecimalText | null;
  notAvailable: 'too-few-assessors' | 'mean-zero' | null;
}>;

/** Places of a deviation that is divided on, far beyond those that are shown. */
const EXACT_PLACES = 15;

/** The coefficient of variation of points: sample standard deviation / mean, rounded half-even to `SPREAD_PLACES`. */
export const coefficientOf = (given: readonly DecimalText[]): Coefficient => {
  const points = given.map((text) => Decimal.of(text));
  const deviation = points.length < 2 ? null : deviationOf(points, EXACT_PLACES);
  if (!deviation) return { value: null, notAvailable: 'too-few-assessors' };
  const total = Decimal.sum(points);
  if (total.isZero) return { value: null, notAvailable: 'mean-zero' };
  const value = deviation.times(Decimal.of(points.length)).dividedBy(total, SPREAD_PLACES);
  return { value: value.toString(), notAvailable: null };
};
