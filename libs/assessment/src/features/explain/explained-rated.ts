import { Decimal, type DecimalText } from '@docket/kernel';
import type { Measured } from '../../domain/measures/measures';
import type { AnchoredScale, Criterion } from '../../domain/scoring-model/scoring-model.events';
import type { RatingBehind, RatingNotCounted, RatingsBehind } from './ratings-behind';

/** A rating with the meaning of the anchor it lies on. */
type Meant = Readonly<{ meaning: string }>;
export type ExplainedRating = RatingBehind & Meant;
export type RatingLeftOut = RatingNotCounted & Meant;

/**
 * What stands behind the mean of a rated criterion: how many assessors count, their lowest and highest points, the sample
 * standard deviation (null for one), each rating with its reason and event, and those that stand but do not count, with why.
 */
export type ExplainedRated = Readonly<{
  assessors: number;
  lowest: DecimalText | null;
  highest: DecimalText | null;
  spread: DecimalText | null;
  ratings: readonly ExplainedRating[];
  notCounted: readonly RatingLeftOut[];
}>;

/** The anchor that points hit, or the two they lie between. */
export const meaningAt = (points: Decimal, scale: AnchoredScale): string => {
  const anchors = scale.kind === 'anchors' ? scale.anchors : [];
  const above = anchors.findIndex((anchor) => Decimal.of(anchor.points).compare(points) >= 0);
  const [below, hit] = [anchors[above - 1], anchors[above]];
  if (!hit) return '';
  if (!below || Decimal.of(hit.points).equals(points)) return hit.meaning;
  return `Between “${below.meaning}” (${below.points}) and “${hit.meaning}” (${hit.points}).`;
};

const meant = <R extends RatingBehind>(rating: R, scale: AnchoredScale): R & Meant => ({
  ...rating,
  meaning: meaningAt(Decimal.of(rating.points), scale),
});

/** The ratings behind a mean; null for a criterion that is measured. */
export const explainedRated = (
  { measure, scale }: Pick<Criterion, 'measure' | 'scale'>,
  measured: Measured,
  { ratings, notCounted }: RatingsBehind,
): ExplainedRated | null => {
  if (measure !== 'assessment') return null;
  const points = ratings.map((one) => one.points);
  const rising = points.toSorted((a, b) => Decimal.of(a).compare(Decimal.of(b)));
  return {
    assessors: ratings.length,
    lowest: rising[0] ?? null,
    highest: rising.at(-1) ?? null,
    spread: measured.kind === 'rated' ? (measured.spread?.toString() ?? null) : null,
    ratings: ratings.map((one) => meant(one, scale)),
    notCounted: notCounted.map((one) => meant(one, scale)),
  };
};
