import { Decimal, unreachable, type DecimalText } from '@docket/kernel';
import type { Measured, MeasuredComponent } from '../measures/measures';
import type { AnchoredScale } from '../scoring-model/scoring-model.events';
import type { Profile } from './profile';
import type { Placed } from './rank';
import type { Placement, ReadyCriterion, ReadyModel } from './ready-model';

/**
 * Another value for one criterion, on another step of its scale. `bound` says how `value` is meant: exactly it (a rating), from it
 * on (a band above), or just below it (a band below, which ends before it).
 */
export type Target = Readonly<{
  value: DecimalText;
  scale: string | null;
  bound: 'exactly' | 'from' | 'below';
  points: DecimalText;
  meaning: string;
  measured: Measured;
  /** Its index on the scale. */
  step: number;
}>;

/** One value of one component changed: where it then stands, and by how much its weighted contribution moves, either way. */
export type Change = Readonly<{
  id: string;
  criterion: ReadyCriterion;
  target: Target;
  effect: Decimal;
  changed: Placed;
  profile: Profile;
}>;

/** What is exact beside a bound: measures are rounded to as many decimals. */
const JUST = Decimal.of('0.000000000001');

type Scale<K extends AnchoredScale['kind']> = Extract<AnchoredScale, { kind: K }>;

/** Ratings of the same version of the rating scale: a reviewer works with one. Without a rating, of all versions. */
const levelTargets = ({ levels }: Scale<'levels'>, version: string | undefined): readonly Target[] =>
  levels
    .map((level, step) => ({ ...level, step }))
    .filter(({ scale }) => version === undefined || scale === version)
    .map(({ scale, rating, points, meaning, step }) => ({
      value: rating,
      scale,
      bound: 'exactly' as const,
      points,
      meaning,
      measured: { kind: 'rating' as const, scale, value: rating },
      step,
    }));

/** The nearest value of each band: its beginning from below, and from above the value just before its end. */
const bandTargets = ({ bands }: Scale<'bands'>, at: number | undefined): readonly Target[] =>
  bands.flatMap(({ from, below, points, meaning }, index): Target[] => {
    const rises = at === undefined ? from !== null : index > at;
    const bound = rises ? from : below;
    if (bound === null) return [];
    const value = rises ? Decimal.of(bound) : Decimal.of(bound).minus(JUST);
    return [
      {
        value: bound,
        scale: null,
        bound: rises ? 'from' : 'below',
        points,
        meaning,
        measured: { kind: 'number', value },
        step: index,
      },
    ];
  });

const levelNow = ({ scale }: ReadyCriterion['criterion'], placement: Placement | undefined) =>
  scale.kind === 'levels' && placement && 'anchor' in placement
    ? scale.levels[placement.anchor.index]
    : undefined;

/** The anchors of a rated scale: that assessors come to agree on one. */
const anchorTargets = ({ anchors }: Scale<'anchors'>): readonly Target[] =>
  anchors.map(({ points, meaning }, step) => ({
    value: points,
    scale: null,
    bound: 'exactly' as const,
    points,
    meaning,
    measured: { kind: 'rated' as const, mean: Decimal.of(points), spread: null, assessors: 1 },
    step,
  }));

/** The step of the scale a placement stands on; a mean between two anchors stands on none. */
const stepOf = (placement: Placement | undefined, scale: AnchoredScale): number | undefined => {
  if (!placement || 'missing' in placement) return undefined;
  if ('anchor' in placement) return placement.anchor.index;
  const { points } = placement.mean;
  const step =
    scale.kind === 'anchors' ? scale.anchors.findIndex((one) => Decimal.of(one.points).equals(points)) : -1;
  return step < 0 ? undefined : step;
};

const targetsOf = ({ criterion }: ReadyCriterion, placement: Placement | undefined): readonly Target[] => {
  const { scale } = criterion;
  switch (scale.kind) {
    case 'levels':
      return levelTargets(scale, levelNow(criterion, placement)?.scale);
    case 'bands':
      return bandTargets(scale, stepOf(placement, scale));
    case 'anchors':
      return anchorTargets(scale);
    default:
      return unreachable(scale);
  }
};

/** Criteria that read the same reported figure move together; assessors rate each criterion by itself. */
const applied = (
  placements: readonly Placement[],
  { criterion: { id, measure } }: ReadyCriterion,
  { measured }: Target,
  { criteria }: ReadyModel,
): readonly Placement[] =>
  placements.map((placement, index) => {
    const each = criteria[index];
    const isMoved =
      measure === 'assessment' ? each?.criterion.id === id : each?.criterion.measure === measure;
    return each && isMoved ? each.place(measured) : placement;
  });

const pointsOf = ({ shares }: Profile, criterion: string): Decimal =>
  shares.find((share) => share.criterion === criterion)?.points ?? Decimal.zero;

/** By how much contributions moved, criterion by criterion, either way. */
const effectOf = (before: Profile, after: Profile, { criteria }: ReadyModel): Decimal =>
  Decimal.sum(
    criteria.map(({ criterion: { id } }) => pointsOf(after, id).minus(pointsOf(before, id)).absolute()),
  );

type Changing = Readonly<{
  model: ReadyModel;
  profileFor: (placements: readonly Placement[]) => Profile;
  /** Whether criteria without a value are given one. Moves of other criteria leave what is missing as it is. */
  fillsGaps?: boolean;
}>;

/** Every change of one figure of a component that puts a criterion on another step of its scale. */
export const changesOf = (
  placed: Placed,
  { model, profileFor, fillsGaps = false }: Changing,
): readonly Change[] => {
  const before = profileFor(placed.placements);
  return model.criteria.flatMap((criterion, index): Change[] => {
    const placement = placed.placements[index];
    if (!placement || ('missing' in placement && !fillsGaps)) return [];
    return targetsOf(criterion, placement).flatMap((target): Change[] => {
      const placements = applied(placed.placements, criterion, target, model);
      const { scale } = criterion.criterion;
      if (target.step === stepOf(placement, scale) || stepOf(placements[index], scale) !== target.step)
        return [];
      const profile = profileFor(placements);
      const effect = effectOf(before, profile, model);
      return [{ id: placed.id, criterion, target, effect, changed: { ...placed, placements }, profile }];
    });
  });
};

/** Smallest effect first; of equal ones the component named first, then the heavier criterion, then by name. */
export const bySize =
  (first: string) =>
  (a: Change, b: Change): number =>
    a.effect.compare(b.effect) ||
    Number(b.id === first) - Number(a.id === first) ||
    b.criterion.weight.compare(a.criterion.weight) ||
    (a.criterion.criterion.name < b.criterion.criterion.name ? -1 : 1);

/** All with one of them changed. */
export const withChange = (placed: readonly Placed[], { changed }: Change): readonly Placed[] =>
  placed.map((one) => (one.id === changed.id ? changed : one));

/** What a component costs after a change: the figure a criterion reads may be the cost itself. */
export const costAfter = (
  { criterion: { criterion }, target }: Change,
  { wholeLifeCost }: Pick<MeasuredComponent, 'wholeLifeCost'>,
): DecimalText | undefined =>
  criterion.measure === 'whole-life-cost' && target.measured.kind === 'number'
    ? target.measured.value.toString()
    : wholeLifeCost;
