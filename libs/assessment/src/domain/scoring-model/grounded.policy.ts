import { canonicalJson, type Policy } from '@docket/kernel';
import { levelsRewardTheBetter, type DirectionRefusal } from './direction.policy';
import { unitsOf } from './measure-facts';
import type { GroundedModel, ModelGrounds } from './model-grounds';
import type { Criterion, RatedLevel } from './scoring-model.events';

/** Why a definition that holds by itself does not fit its portfolio, or the ratings there are. */
export type GroundedRefusal =
  'unit-does-not-fit-measure' | 'level-off-scale' | 'levels-missing' | DirectionRefusal;

type OnCriterion = (
  criterion: Criterion,
  grounds: ModelGrounds,
) => ReturnType<Policy<Criterion, GroundedRefusal>>;

/** The ratings of a version of the scale, best first; undefined where there is no such version. */
const ratingsOf = ({ confidenceScales }: ModelGrounds, scale: string): readonly string[] | undefined =>
  Object.hasOwn(confidenceScales, scale) ? confidenceScales[scale] : undefined;

const levelsOf = ({ scale }: Criterion): readonly RatedLevel[] =>
  scale.kind === 'levels' ? scale.levels : [];

const unitIsTheMeasures: OnCriterion = ({ name, measure, scale }, { currency }) => {
  const units = unitsOf(measure, currency);
  return scale.kind !== 'bands' || units.includes(scale.unit)
    ? undefined
    : {
        code: 'unit-does-not-fit-measure',
        message: `The bands of "${name}" are said to be in ${canonicalJson(scale.unit)}, but ${measure} is measured in ${units.map((unit) => canonicalJson(unit)).join(' or ')}: write their bounds in that, or leave the unit out.`,
      };
};

const levelsAreRatings: OnCriterion = (criterion, grounds) => {
  const stray = levelsOf(criterion).find(({ scale, rating }) => !ratingsOf(grounds, scale)?.includes(rating));
  if (!stray) return undefined;
  const ratings = ratingsOf(grounds, stray.scale);
  return {
    code: 'level-off-scale',
    message: ratings
      ? `"${criterion.name}" has a level for "${stray.rating}", which is no rating of the scale ${stray.scale}. Its ratings are ${ratings.join(', ')}.`
      : `"${criterion.name}" has a level on the scale "${stray.scale}", on which nobody is rated. There are ${Object.keys(grounds.confidenceScales).join(' and ')}.`,
  };
};

/** The levels of each version of a scale that a criterion names, best first; a rating without a level by itself. */
const versionsOf = (criterion: Criterion, grounds: ModelGrounds) => {
  const levels = levelsOf(criterion);
  return [...new Set(levels.map(({ scale }) => scale))].map((scale) => {
    const found = (ratingsOf(grounds, scale) ?? []).map((rating) => ({
      rating,
      level: levels.find((one) => one.scale === scale && one.rating === rating),
    }));
    return {
      scale,
      levels: found.flatMap(({ level }) => level ?? []),
      missing: found.flatMap(({ rating, level }) => (level ? [] : [rating])),
    };
  });
};

const levelsAreComplete: OnCriterion = (criterion, grounds) => {
  const gap = versionsOf(criterion, grounds).find(({ missing }) => missing.length > 0);
  return (
    gap && {
      code: 'levels-missing',
      message: `"${criterion.name}" has no level for ${gap.missing.join(', ')} on the scale ${gap.scale}: whoever is rated so would stand without a value. Say what each means and is worth, or leave the whole scale out.`,
    }
  );
};

const betterRatingsCountMore: OnCriterion = (criterion, grounds) => {
  for (const { scale, levels } of versionsOf(criterion, grounds)) {
    const found = levelsRewardTheBetter(criterion, scale, levels);
    if (found) return found;
  }
  return undefined;
};

const ofEach =
  (policy: OnCriterion): Policy<GroundedModel, GroundedRefusal> =>
  ({ definition, grounds }) => {
    for (const criterion of definition.criteria) {
      const found = policy(criterion, grounds);
      if (found) return found;
    }
    return undefined;
  };

/** What must hold of a definition, drafted or revised, in its portfolio; asked in this order after what must hold of it by itself. */
export const groundedPolicies: readonly Policy<GroundedModel, GroundedRefusal>[] = [
  unitIsTheMeasures,
  levelsAreRatings,
  levelsAreComplete,
  betterRatingsCountMore,
].map(ofEach);
