import { Decimal, type DecimalText } from '@docket/kernel';
import { creditOf, type Placement, type ReadyModel } from './ready-model';
import { reasonRanked, reasonUnranked, type Share } from './reason';

/** Contributions are rounded half-even to this many decimals; the score is their sum exactly. */
export const SCORE_PLACES = 12;

/** What one criterion adds to a score; a criterion without a value has no entry. */
export type Contribution = Readonly<{ criterion: string; points: DecimalText }>;

/**
 * All that follows from where a component stands on each criterion (in the model's order). Components on the same anchors
 * share one: a portfolio of thousands has few.
 */
export type Profile = Readonly<{
  placements: readonly Placement[];
  shares: readonly Share[];
  /** `undefined` below the minimum coverage. */
  score: Decimal | undefined;
  /** Share of the weight for which there is a value, 0 to 1. */
  coverage: Decimal;
  /** What a row shows of it, written once. */
  shown: Readonly<{
    reason: string;
    score: DecimalText | null;
    coverage: DecimalText;
    contributions: readonly Contribution[];
  }>;
}>;

const presentWeight = (placements: readonly Placement[], { criteria }: ReadyModel): Decimal =>
  Decimal.sum(criteria.flatMap(({ weight }, index) => (creditOf(placements[index]) ? [weight] : [])));

const sharesOf = (
  placements: readonly Placement[],
  present: Decimal,
  { criteria }: ReadyModel,
): readonly Share[] =>
  criteria.flatMap(({ criterion: { id, name }, weight, maximum }, index) => {
    const credit = creditOf(placements[index]);
    if (!credit) return [];
    const weighed = (points: Decimal) => weight.times(points).dividedBy(present, SCORE_PLACES);
    return [{ criterion: id, name, points: weighed(credit), possible: weighed(maximum) }];
  });

/**
 * Scores placements by themselves: no other component enters, so that adding one reorders nobody. A contribution is
 * weight × credit ÷ the weight present; what is missing counts nowhere, and below the minimum coverage there is no score.
 */
export const profileOf = (placements: readonly Placement[], model: ReadyModel): Profile => {
  const present = presentWeight(placements, model);
  const coverage = present.dividedBy(model.totalWeight, SCORE_PLACES);
  const covered = !present.isZero && present.compare(model.minimumCoverage.times(model.totalWeight)) >= 0;
  const shares = covered ? sharesOf(placements, present, model) : [];
  const score = covered ? Decimal.sum(shares.map(({ points }) => points)) : undefined;
  const shown = {
    reason: covered ? reasonRanked(placements, shares, model) : reasonUnranked(placements, coverage, model),
    score: score?.toString() ?? null,
    coverage: coverage.toString(),
    contributions: shares.map(({ criterion, points }) => ({ criterion, points: points.toString() })),
  };
  return { placements, shares, score, coverage, shown };
};

/** Two placements of one criterion have one key exactly where they are worth the same for the same reason. */
export const keyOf = (placement: Placement): string => {
  if ('missing' in placement) return JSON.stringify(placement.missing);
  return 'anchor' in placement ? `${placement.anchor.index}` : `mean ${placement.mean.points.toString()}`;
};

/** `profileOf` that computes each distinct set of placements once. */
export const profiler = (model: ReadyModel): ((placements: readonly Placement[]) => Profile) => {
  const known = new Map<string, Profile>();
  return (placements) => {
    const key = placements.map(keyOf).join();
    const profile = known.get(key) ?? profileOf(placements, model);
    known.set(key, profile);
    return profile;
  };
};
