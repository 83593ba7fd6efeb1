import {
  canonicalJson,
  Decimal,
  isDay,
  isDecimal,
  nameKey,
  tidyName,
  type DecimalText,
  type Policy,
} from '@docket/kernel';
import type { StrategyRefusal } from './strategy.commands';
import type { DatedValue, ObjectiveDefinition } from './strategy.events';
import { activeObjectives, type StrategyState } from './strategy.state';

type Found = ReturnType<Policy<unknown, StrategyRefusal>>;

/** An objective as it would stand. */
export type Stating = Readonly<{
  state: StrategyState;
  objectiveId: string;
  definition: ObjectiveDefinition;
}>;

/** One way to write one number: `0.50` and `0.5` are no difference. */
export const canonical = (value: DecimalText): DecimalText => Decimal.of(value).toString();

const dated = ({ value, day }: DatedValue): DatedValue => ({ value: canonical(value), day });

/** The definition among the fields of a command, its names tidied and its values canonical; asked after its policies. */
export const definitionOf = (given: ObjectiveDefinition): ObjectiveDefinition => {
  const { name, unit, direction } = given.measure;
  return {
    name: tidyName(given.name),
    description: given.description,
    measure: { name: tidyName(name), unit: tidyName(unit), direction },
    baseline: dated(given.baseline),
    target: dated(given.target),
  };
};

export const valueWellFormed = (what: string, value: string): Found => {
  const message = `${what} is "${value}". Write a value as digits with a point: 12.5.`;
  return isDecimal(value) ? undefined : { code: 'value-malformed', message };
};

export const dayExists = (what: string, day: string): Found =>
  isDay(day)
    ? undefined
    : { code: 'day-malformed', message: `${what} is "${day}". Write a day that exists, like 2026-03-31.` };

const firstFound = (...found: readonly Found[]): Found => found.find((one) => one !== undefined);

/** What must hold of what an objective says; asked in this order. */
export const statingPolicies: readonly Policy<Stating, StrategyRefusal>[] = [
  function objectiveHasAName({ definition }) {
    if (tidyName(definition.name) !== '') return undefined;
    return { code: 'name-blank', message: 'An objective needs a name people can call it by.' };
  },
  function measureIsNamed({ definition: { measure } }) {
    if (tidyName(measure.name) !== '' && tidyName(measure.unit) !== '') return undefined;
    return {
      code: 'measure-blank',
      message: 'Say what is measured, and in which unit: an objective that nobody can measure is a wish.',
    };
  },
  function valuesAreNumbers({ definition: { baseline, target } }) {
    return firstFound(
      valueWellFormed('The baseline', baseline.value),
      valueWellFormed('The target', target.value),
    );
  },
  function daysExist({ definition: { baseline, target } }) {
    return firstFound(
      dayExists('The day of the baseline', baseline.day),
      dayExists('The day of the target', target.day),
    );
  },
  function targetComesAfterBaseline({ definition: { baseline, target } }) {
    if (target.day > baseline.day) return undefined;
    return {
      code: 'target-not-after-baseline',
      message: `The target is for ${target.day}, the baseline for ${baseline.day}. Give the target a later day.`,
    };
  },
  function targetLiesInItsDirection({ definition: { measure, baseline, target } }) {
    const change = Decimal.of(target.value).compare(Decimal.of(baseline.value));
    if (measure.direction === 'rises' ? change >= 0 : change <= 0) return undefined;
    return {
      code: 'target-against-direction',
      message: `"${measure.name}" ${measure.direction === 'rises' ? 'is to rise' : 'is to fall'}, but its target ${target.value} lies the other way from its baseline ${baseline.value}. Change the direction or the target.`,
    };
  },
  function nameIsFree({ state, objectiveId, definition }) {
    const other = activeObjectives(state).find(
      (one) => one.objectiveId !== objectiveId && nameKey(one.definition.name) === nameKey(definition.name),
    );
    return (
      other && {
        code: 'objective-name-taken',
        message: `There is an objective named "${other.definition.name}" already. Choose another name.`,
      }
    );
  },
  function actualsStayOfOneMeasure({ state, objectiveId, definition }) {
    const now = state.objectives.get(objectiveId);
    if (!now || now.actuals.size === 0) return undefined;
    if (canonicalJson(now.definition.measure) === canonicalJson(definitionOf(definition).measure))
      return undefined;
    return {
      code: 'measure-fixed',
      message: `Actuals of "${now.definition.measure.name}" were reported: they would mean something else under another measure. Retire the objective and add a new one.`,
    };
  },
  function actualsComeAfterBaseline({ state, objectiveId, definition: { baseline } }) {
    const [first] = state.objectives.get(objectiveId)?.actuals.keys() ?? [];
    if (first === undefined || baseline.day <= first) return undefined;
    return {
      code: 'baseline-after-actual',
      message: `An actual was reported for ${first}. Give the baseline that day or an earlier one.`,
    };
  },
];
