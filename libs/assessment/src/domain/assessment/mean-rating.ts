import { Decimal, type DecimalText } from '@docket/kernel';
import type { Rated } from '../measures/measures';

/** Means and coefficients are rounded half-even to this many decimals. */
export const MEAN_PLACES = 12;
/** Spreads are rounded half-even to this many decimals. */
export const SPREAD_PLACES = 6;

/** Places of a variance before its root is taken: twice those of a spread, and more than its rounding can reach. */
const VARIANCE_PLACES = 30;

/** √((n Σx² − (Σx)²) / n(n − 1)): the sample standard deviation without a rounded mean in between. */
const spreadOf = (points: readonly Decimal[]): Decimal | null => {
  const n = Decimal.of(points.length);
  const pairs = n.times(n.minus(Decimal.of(1)));
  if (pairs.isZero) return null;
  const total = Decimal.sum(points);
  const squares = Decimal.sum(points.map((one) => one.times(one)));
  return n
    .times(squares)
    .minus(total.times(total))
    .dividedBy(pairs, VARIANCE_PLACES)
    .squareRoot(SPREAD_PLACES);
};

/** Mean, spread and number of the points that assessors gave on one criterion; `undefined` where nobody gave any. */
export const ratedFrom = (given: readonly DecimalText[]): Rated | undefined => {
  if (given.length === 0) return undefined;
  const points = given.map((text) => Decimal.of(text));
  const mean = Decimal.sum(points).dividedBy(Decimal.of(points.length), MEAN_PLACES);
  return { mean, spread: spreadOf(points), assessors: points.length };
};
