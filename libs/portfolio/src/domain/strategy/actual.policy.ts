import { dayOf, type DecisionContext, type Policy } from '@docket/kernel';
import type { PortfolioState } from '../portfolio/portfolio.decider';
import { dayExists, valueWellFormed } from './objective.policy';
import type { StrategyRefusal } from './strategy.commands';
import type { Objective } from './strategy.state';

/** An actual as it would stand. */
export type Reporting = Readonly<{
  objective: Objective;
  portfolio: PortfolioState;
  day: string;
  value: string;
  context: DecisionContext;
}>;

export const valuePolicies: readonly Policy<Pick<Reporting, 'day' | 'value'>, StrategyRefusal>[] = [
  ({ value }) => valueWellFormed('The value', value),
  ({ day }) => dayExists('The day', day),
];

/** When a value of a measure may be reported; asked of a value and a day that are well formed. */
export const reportingPolicies: readonly Policy<Reporting, StrategyRefusal>[] = [
  function objectiveIsActive({ objective: { status, definition } }) {
    if (status === 'active') return undefined;
    return {
      code: 'objective-retired',
      message: `"${definition.name}" is retired: its measure is no longer followed.`,
    };
  },
  function dayIsNotToCome({ day, portfolio, context }) {
    const today = dayOf(context.now, portfolio.status === 'open' ? portfolio.timeZone : 'UTC');
    if (day <= today) return undefined;
    return {
      code: 'report-from-the-future',
      message: `It is ${today}; a value for ${day} comes too early.`,
    };
  },
  function dayIsNotBeforeTheBaseline({ day, objective: { definition } }) {
    if (day >= definition.baseline.day) return undefined;
    return {
      code: 'actual-before-baseline',
      message: `The baseline of "${definition.name}" is of ${definition.baseline.day}. Report for that day or a later one.`,
    };
  },
  function dayIsReportedOnce({ day, objective: { actuals, definition } }) {
    const before = actuals.get(day);
    if (before === undefined) return undefined;
    return {
      code: 'report-already-given',
      message: `For ${day} "${definition.measure.name}" was reported as ${before}. Correct it with a reason, or report for a later day.`,
    };
  },
  function daysComeInOrder({ day, objective: { actuals, definition } }) {
    const last = [...actuals.keys()].at(-1);
    if (last === undefined || day >= last) return undefined;
    return {
      code: 'report-out-of-order',
      message: `The last value of "${definition.measure.name}" is for ${last}. Report for a later day.`,
    };
  },
];
