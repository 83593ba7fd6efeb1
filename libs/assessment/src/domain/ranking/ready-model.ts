import { Decimal, type DecimalText } from '@docket/kernel';
import type { Measured } from '../measures/measures';
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

/** Where a component stands on a criterion: on an anchor, or nowhere and why. */
export type Placement = Readonly<{ anchor: Anchor }> | Readonly<{ missing: string }>;

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

const reasonOf = (measured: Measured, wanted: string): string =>
  measured.kind === 'missing' ? measured.reason : `the model expects ${wanted} here`;

const readyCriterion = (criterion: Criterion): ReadyCriterion => {
  const { scale, direction } = criterion;
  const maximum = Decimal.of(scale.maximum);
  const anchorOf: AnchorOf = ({ points, meaning }, index) => {
    const exact = Decimal.of(points);
    return { index, points: exact, credit: direction === 'cost' ? maximum.minus(exact) : exact, meaning };
  };
  const place = scale.kind === 'levels' ? onLevels(scale, anchorOf) : onBands(scale, anchorOf);
  return { criterion, weight: Decimal.of(criterion.weight), maximum, place };
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
