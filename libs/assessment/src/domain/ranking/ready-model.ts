import { Decimal, unreachable, type DecimalText } from '@docket/kernel';
import type { Measured } from '../measures/measures';
import { credited } from '../scoring-model/credit';
import type { AnchoredScale, Criterion, ModelDefinition } from '../scoring-model/scoring-model.events';

/** A step of an anchored scale (its `index` there), ready to count with: `credit` is what enters the score (maximum less points for costs). */
export type Anchor = Readonly<{
  index: number;
  points: Decimal;
  credit: Decimal;
  meaning: string;
  /** Bounds of a band; a level has none. */
  from?: DecimalText | null;
  below?: DecimalText | null;
}>;

/** Where the mean of several assessors lies on a rated scale: on no anchor, mostly. `credit` as of an anchor. */
export type Mean = Readonly<{ points: Decimal; credit: Decimal }>;

/** Where a component stands on a criterion: on an anchor, at a mean of ratings, or nowhere and why. */
export type Placement =
  Readonly<{ anchor: Anchor }> | Readonly<{ mean: Mean }> | Readonly<{ missing: string }>;

/** What a placement adds before it is weighed; `undefined` where there is no value. */
export const creditOf = (placement: Placement | undefined): Decimal | undefined => {
  if (!placement || 'missing' in placement) return undefined;
  return 'anchor' in placement ? placement.anchor.credit : placement.mean.credit;
};

export type ReadyCriterion = Readonly<{
  criterion: Criterion;
  weight: Decimal;
  maximum: Decimal;
  place: (measured: Measured) => Placement;
}>;

/** A model taken apart once, so that ranking many components parses nothing twice. Its definition holds (see the policies). */
export type ReadyModel = Readonly<{
  criteria: readonly ReadyCriterion[];
  totalWeight: Decimal;
  minimumCoverage: Decimal;
  /** Indexes of the criteria by weight, heaviest first; of equal weights the one the model names first. */
  byWeight: readonly number[];
  /** Nobody assesses by it any more; told where changes are looked for. */
  isRetired?: boolean;
}>;

type AnchorOf = (step: Readonly<{ points: DecimalText; meaning: string }>, index: number) => Anchor;

const keyOf = (scale: string, rating: string): string => `${scale.length}:${scale}${rating}`;

const onLevels = (
  scale: Extract<AnchoredScale, { kind: 'levels' }>,
  anchorOf: AnchorOf,
): ReadyCriterion['place'] => {
  const anchors = new Map(
    scale.levels.map((level, index) => [keyOf(level.scale, level.rating), anchorOf(level, index)]),
  );
  return (measured) => {
    if (measured.kind !== 'rating') return { missing: reasonOf(measured, 'a rating') };
    const anchor = anchors.get(keyOf(measured.scale, measured.value));
    return anchor
      ? { anchor }
      : { missing: `the model has no level for "${measured.value}" on the scale ${measured.scale}` };
  };
};

const onBands = (
  scale: Extract<AnchoredScale, { kind: 'bands' }>,
  anchorOf: AnchorOf,
): ReadyCriterion['place'] => {
  const bands = scale.bands.map((band, index) => ({
    below: band.below === null ? undefined : Decimal.of(band.below),
    anchor: { ...anchorOf(band, index), from: band.from, below: band.below },
  }));
  return (measured) => {
    if (measured.kind !== 'number') return { missing: reasonOf(measured, 'a number') };
    const { value } = measured;
    const band = bands.find(({ below }) => below === undefined || value.compare(below) < 0);
    return band ? { anchor: band.anchor } : { missing: `the model has no band for ${value.toString()}` };
  };
};

const onAnchors =
  (creditFor: (points: Decimal) => Decimal): ReadyCriterion['place'] =>
  (measured) =>
    measured.kind === 'rated'
      ? { mean: { points: measured.mean, credit: creditFor(measured.mean) } }
      : { missing: reasonOf(measured, 'the ratings of assessors') };

const reasonOf = (measured: Measured, wanted: string): string =>
  measured.kind === 'missing' ? measured.reason : `the model expects ${wanted} here`;

const readyCriterion = (criterion: Criterion): ReadyCriterion => {
  const { scale, direction } = criterion;
  const maximum = Decimal.of(scale.maximum);
  const creditFor = (points: Decimal): Decimal => credited(direction, maximum, points);
  const anchorOf: AnchorOf = ({ points, meaning }, index) => {
    const exact = Decimal.of(points);
    return { index, points: exact, credit: creditFor(exact), meaning };
  };
  const place = placerOf(scale, anchorOf, creditFor);
  return { criterion, weight: Decimal.of(criterion.weight), maximum, place };
};

const placerOf = (
  scale: AnchoredScale,
  anchorOf: AnchorOf,
  creditFor: (points: Decimal) => Decimal,
): ReadyCriterion['place'] => {
  switch (scale.kind) {
    case 'levels':
      return onLevels(scale, anchorOf);
    case 'bands':
      return onBands(scale, anchorOf);
    case 'anchors':
      return onAnchors(creditFor);
    default:
      return unreachable(scale);
  }
};

/** Takes a definition apart. @throws NotADecimal for one that no policy has seen */
export const readyModel = ({ criteria, minimumCoverage }: ModelDefinition): ReadyModel => {
  const ready = criteria.map(readyCriterion);
  const weightAt = (index: number): Decimal => ready[index]?.weight ?? Decimal.zero;
  return {
    criteria: ready,
    totalWeight: Decimal.sum(ready.map(({ weight }) => weight)),
    minimumCoverage: Decimal.of(minimumCoverage),
    byWeight: ready.map((_, index) => index).sort((a, b) => weightAt(b).compare(weightAt(a)) || a - b),
  };
};
