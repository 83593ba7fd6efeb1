import { byCodeUnits, Decimal } from '@docket/kernel';
import { alignmentOf, type ConfirmedLevel, type Servable } from '../alignment/alignment';
import {
  CONTRIBUTION_SCALE,
  CONTRIBUTION_SCALES,
  contributionLevel,
  type ContributionLevel,
} from '../alignment/contribution-scale';
import type { InputChange } from '../measures/inputs';
import type { MeasuredComponent } from '../measures/measures';
import type { ReadyModel } from './ready-model';

type Step = Readonly<{ objective: Servable; to: ContributionLevel; distance: Decimal }>;

const alignmentAt = ({ scale, level }: ConfirmedLevel): string =>
  contributionLevel(scale, level)?.alignment ?? '0';

const LEVELS = CONTRIBUTION_SCALES[CONTRIBUTION_SCALE] ?? [];

/** The levels, on the scale that judges now, at which a contribution to an objective could be confirmed instead. */
const stepsOf = (objective: Servable): readonly Step[] => {
  const from = Decimal.of(objective.confirmed ? alignmentAt(objective.confirmed) : '0');
  const now = objective.confirmed?.level ?? 0;
  return LEVELS.filter(({ level }) => level !== now).map((to) => ({
    objective,
    to,
    distance: Decimal.of(to.alignment).minus(from).absolute(),
  }));
};

/** The alignment by the formula of the project, with one contribution confirmed at another level. */
const alignmentWith = (objectives: readonly Servable[], { objective, to }: Step): string | undefined => {
  const confirmed = objectives.flatMap((one) => {
    if (one.id === objective.id) return [{ objectiveId: one.id, alignment: to.alignment }];
    return one.confirmed ? [{ objectiveId: one.id, alignment: alignmentAt(one.confirmed) }] : [];
  });
  return alignmentOf(objectives, confirmed).value ?? undefined;
};

const nearestFirst = (a: Step, b: Step): number =>
  a.distance.compare(b.distance) ||
  byCodeUnits(a.objective.name, b.objective.name) ||
  a.to.level - b.to.level;

/**
 * Another level of one confirmed contribution, the nearest first, with the alignment that then follows; to active objectives with a weight
 * alone, which are all that count. A first contribution, above none, only where gaps are filled.
 */
export const contributionChanges = (
  component: MeasuredComponent,
  { criteria }: ReadyModel,
  fillsGaps: boolean,
): readonly InputChange[] => {
  const { objectives = [] } = component;
  if (!criteria.some(({ criterion }) => criterion.measure === 'strategic-alignment')) return [];
  return objectives
    .filter(({ confirmed }) => fillsGaps || confirmed)
    .flatMap(stepsOf)
    .sort(nearestFirst)
    .map((step): InputChange => {
      const { id, name, confirmed } = step.objective;
      return {
        input: 'contribution',
        from: confirmed ? `${confirmed.level}` : null,
        to: `${step.to.level}`,
        objective: { id, name },
        component: { ...component, alignment: alignmentWith(objectives, step) },
      };
    });
};
