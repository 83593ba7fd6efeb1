import { Decimal } from '@docket/kernel';
import { ratedFrom, shownMean } from '../assessment/mean-rating';
import type { InputChange } from '../measures/inputs';
import type { GivenPoints, MeasuredComponent, Rated } from '../measures/measures';
import type { ReadyCriterion, ReadyModel } from './ready-model';

type Level = Readonly<{ scale: string; rating: string }>;

const levelsOf = ({ criteria }: ReadyModel): readonly Level[] =>
  criteria.flatMap(({ criterion: { scale } }) => (scale.kind === 'levels' ? scale.levels : []));

/** Another delivery confidence, of the same version of its scale: a reviewer works with one. Without one, of all versions. */
export const confidenceChanges = (
  component: MeasuredComponent,
  model: ReadyModel,
  fillsGaps: boolean,
): readonly InputChange[] => {
  const { confidence } = component;
  if (!confidence && !fillsGaps) return [];
  return levelsOf(model)
    .filter(({ scale }) => !confidence || confidence.scale === scale)
    .map(({ scale, rating }) => ({
      input: 'delivery-confidence',
      from: confidence?.rating ?? null,
      to: rating,
      scale,
      component: { ...component, confidence: { scale, rating } },
    }));
};

const anchorsOf = ({ criterion: { scale } }: ReadyCriterion): readonly string[] =>
  scale.kind === 'anchors' ? scale.anchors.map(({ points }) => points) : [];

const rerated = (component: MeasuredComponent, criterion: string, points: readonly string[]) => {
  const ratings = new Map<string, Rated>(component.ratings);
  const rated = ratedFrom(points);
  if (rated) ratings.set(criterion, rated);
  return { ...component, ratings };
};

/** One assessor moved to another anchor. */
const oneRerates = (
  component: MeasuredComponent,
  criterion: ReadyCriterion,
  given: readonly GivenPoints[],
): readonly InputChange[] => {
  const { id } = criterion.criterion;
  return given.flatMap(({ assessor, points: from }) =>
    anchorsOf(criterion)
      .filter((to) => !Decimal.of(to).equals(Decimal.of(from)))
      .map((to): InputChange => {
        const all = given.map((one) => (one.assessor === assessor ? to : one.points));
        return {
          input: 'one-rating',
          from,
          to,
          criterion: id,
          assessor,
          component: rerated(component, id, all),
        };
      }),
  );
};

/** All assessors, or a first one, on one anchor. */
const allRerate = (
  component: MeasuredComponent,
  criterion: ReadyCriterion,
  rated: Rated | undefined,
): readonly InputChange[] =>
  anchorsOf(criterion).map((to) => {
    const { id } = criterion.criterion;
    const all = Array.from({ length: rated?.assessors ?? 1 }, () => to);
    const from = rated ? shownMean(rated.mean) : null;
    return { input: 'all-ratings', from, to, criterion: id, component: rerated(component, id, all) };
  });

/**
 * Other ratings on one criterion: of one of its assessors, where who gave what is known, or of all where there are several. None by
 * a retired model: nobody assesses by it any more.
 */
export const ratingChanges = (
  component: MeasuredComponent,
  { criteria, isRetired = false }: ReadyModel,
  fillsGaps: boolean,
): readonly InputChange[] =>
  criteria
    .filter(({ criterion }) => criterion.measure === 'assessment' && !isRetired)
    .flatMap((criterion) => {
      const rated = component.ratings?.get(criterion.criterion.id);
      if (!rated && !fillsGaps) return [];
      const given = component.assessors?.get(criterion.criterion.id) ?? [];
      const alone = given.length === 1;
      return [
        ...oneRerates(component, criterion, given),
        ...(alone ? [] : allRerate(component, criterion, rated)),
      ];
    });
