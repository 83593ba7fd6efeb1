import { Decimal } from '@docket/kernel';
import { measures, type MeasuredComponent } from '../measures/measures';
import type { Placement, ReadyModel } from './ready-model';

/** Contributions are rounded half-even to this many decimals; the score is their sum exactly. */
export const SCORE_PLACES = 12;

/** A component before its model: where it stands on each criterion (in the model's order) and what follows. */
export type Standing = Readonly<{
  id: string;
  name: string;
  placements: readonly Placement[];
  /** What each criterion adds to the score; `undefined` where the value is missing. */
  contributions: readonly (Decimal | undefined)[];
  /** `undefined` below the minimum coverage. */
  score: Decimal | undefined;
  /** Share of the weight for which there is a value, 0 to 1. */
  coverage: Decimal;
}>;

/**
 * Scores one component by itself: no other component enters, so that adding one reorders nobody. A contribution is
 * weight × credit ÷ the weight present; what is missing counts nowhere, and below the minimum coverage there is no score.
 */
export const standingOf = (
  { id, name }: Readonly<{ id: string; name: string }>,
  placements: readonly Placement[],
  { criteria, totalWeight, minimumCoverage }: ReadyModel,
): Standing => {
  const weightAt = (index: number): Decimal => criteria[index]?.weight ?? Decimal.zero;
  const present = Decimal.sum(
    placements.flatMap((placement, index) => ('anchor' in placement ? [weightAt(index)] : [])),
  );
  const contributions = placements.map((placement, index) =>
    'anchor' in placement
      ? weightAt(index).times(placement.anchor.credit).dividedBy(present, SCORE_PLACES)
      : undefined,
  );
  const covered = !present.isZero && present.compare(minimumCoverage.times(totalWeight)) >= 0;
  return {
    id,
    name,
    placements,
    contributions,
    score: covered ? Decimal.sum(contributions.filter((points) => points !== undefined)) : undefined,
    coverage: present.dividedBy(totalWeight, SCORE_PLACES),
  };
};

/** Measures a component and scores it. */
export const measuredStanding = (component: MeasuredComponent, model: ReadyModel): Standing =>
  standingOf(
    component,
    model.criteria.map(({ criterion, place }) => place(measures[criterion.measure](component))),
    model,
  );
