import { Decimal, isDecimal, type Policy } from '@docket/kernel';
import type { StrategyRefusal } from './strategy.commands';
import type { ObjectiveWeight } from './strategy.events';
import { activeObjectives, type StrategyState } from './strategy.state';

export type Weighing = Readonly<{ state: StrategyState; weights: readonly ObjectiveWeight[] }>;

const one = Decimal.of('1');
const isPositive = (text: string): boolean => isDecimal(text) && Decimal.of(text).compare(Decimal.zero) > 0;

/** What must hold of the weights of objectives; asked in this order. */
export const weighingPolicies: readonly Policy<Weighing, StrategyRefusal>[] = [
  function objectivesAreThere({ state, weights }) {
    const unknown = weights.find(({ objectiveId }) => !state.objectives.has(objectiveId));
    return (
      unknown && {
        code: 'objective-unknown',
        message: `This portfolio has no objective ${unknown.objectiveId}. List its objectives.`,
      }
    );
  },
  function objectivesAreActive({ state, weights }) {
    const retired = weights
      .map(({ objectiveId }) => state.objectives.get(objectiveId))
      .find((objective) => objective?.status === 'retired');
    return (
      retired && {
        code: 'objective-retired',
        message: `"${retired.definition.name}" is retired and counts no more. Leave it out.`,
      }
    );
  },
  function eachIsWeighedOnce({ state, weights }) {
    const seen = new Set<string>();
    const again = weights.find(({ objectiveId }) => seen.size === seen.add(objectiveId).size);
    return (
      again && {
        code: 'objective-weighed-twice',
        message: `"${state.objectives.get(again.objectiveId)?.definition.name}" is given two weights. Give each objective one.`,
      }
    );
  },
  function allAreWeighed({ state, weights }) {
    const given = new Set(weights.map(({ objectiveId }) => objectiveId));
    const missing = activeObjectives(state).find(({ objectiveId }) => !given.has(objectiveId));
    return (
      missing && {
        code: 'objective-not-weighed',
        message: `"${missing.definition.name}" is given no weight. Weigh all active objectives at once: a weight is a share of the whole.`,
      }
    );
  },
  function weightsArePositive({ state, weights }) {
    const weightless = weights.find(({ weight }) => !isPositive(weight));
    return (
      weightless && {
        code: 'weight-not-positive',
        message: `The weight of "${state.objectives.get(weightless.objectiveId)?.definition.name}" is "${weightless.weight}": a weight is a decimal above 0. Retire an objective that shall not count.`,
      }
    );
  },
  function weightsSumToOne({ weights }) {
    const sum = Decimal.sum(weights.map(({ weight }) => Decimal.of(weight)));
    if (sum.equals(one)) return undefined;
    return {
      code: 'weights-do-not-sum',
      message: `The weights sum to ${sum.toString()}, not to 1: change them by ${one.minus(sum).toString()} in all.`,
    };
  },
];
