import { Decimal, nameKey } from '@docket/kernel';
import type { MeasuredComponent, Rated } from '../../domain/measures/measures';
import type { Criterion, ModelDefinition } from '../../domain/scoring-model/scoring-model.events';

/** A rated criterion of a model, and the criterion of another model that asks the same. */
export type SameCriterion = Readonly<{ criterion: Criterion; other: Criterion }>;

const anchorsOf = ({ scale }: Criterion) => (scale.kind === 'anchors' ? scale.anchors : []);

const isOneScale = (a: Criterion, b: Criterion): boolean => {
  const [here, there] = [anchorsOf(a), anchorsOf(b)];
  return (
    here.length === there.length &&
    Decimal.of(a.scale.maximum).equals(Decimal.of(b.scale.maximum)) &&
    here.every((anchor, at) => {
      const other = there[at];
      return other?.meaning === anchor.meaning && Decimal.of(other.points).equals(Decimal.of(anchor.points));
    })
  );
};

const isRated = ({ measure }: Criterion): boolean => measure === 'assessment';

/** The rated criteria of a model that another has unchanged: by id, else by name, with the same anchors and direction. */
export const sameCriteria = (
  { criteria }: ModelDefinition,
  other: ModelDefinition,
): readonly SameCriterion[] =>
  criteria.filter(isRated).flatMap((criterion): readonly SameCriterion[] => {
    const candidates = other.criteria.filter(isRated);
    const found =
      candidates.find(({ id }) => id === criterion.id) ??
      candidates.find(({ name }) => nameKey(name) === nameKey(criterion.name));
    if (!found || found.direction !== criterion.direction || !isOneScale(criterion, found)) return [];
    return [{ criterion, other: found }];
  });

/** A component with what was carried into it, by the ids of the criteria that lacked a rating of their own. */
export type Carried = Readonly<{ component: MeasuredComponent; carried: readonly string[] }>;

/** Fills the ratings that components lack by one model with what they have by another on the criteria that are the same. */
export const carryRatings = (
  components: readonly MeasuredComponent[],
  others: readonly MeasuredComponent[],
  same: readonly SameCriterion[],
): readonly Carried[] => {
  const byId = new Map(others.map((one) => [one.id, one.ratings]));
  return components.map((component) => {
    const ratings = new Map<string, Rated>(component.ratings);
    const carried = same.flatMap(({ criterion, other }) => {
      const rated = byId.get(component.id)?.get(other.id);
      if (!rated || ratings.has(criterion.id)) return [];
      ratings.set(criterion.id, rated);
      return [criterion.id];
    });
    return { component: carried.length > 0 ? { ...component, ratings } : component, carried };
  });
};
