import type { Baseline, Baselines } from '../project/business-case';
import type { ReportContent } from '../project/status-report';
import { notAvailable, type NotAvailable } from './kpi';
import { amountsOf, forecastsOf, performanceOf, type Forecasts, type Performance } from './performance';
import { deliveryOf, qualityOf, type Delivery, type Quality } from './quality';

/** The version of these definitions: a definition that changes gets a new one. */
export const EARNED_VALUE_DEFINITION = 'earned-value-1';

/** What the figures of a project follow from: its latest report by then with its figures as they stand, its baselines, and whether it is completed. */
export type EarnedValueInputs = Readonly<{
  /** ISO 4217, of the portfolio. */
  currency: string;
  report: ReportContent | undefined;
  baseline: Baselines | undefined;
  completed: boolean;
}>;

/** What is to be expected, and what came of it, against one baseline. */
export type AgainstBaseline = Forecasts & Delivery;

/** Every figure at project level, each with its unit, or with why it is not available. */
export type EarnedValue = Readonly<{
  performance: Performance;
  quality: Quality;
  /** A figure against a baseline is told against both. */
  against: Readonly<{ original: AgainstBaseline; current: AgainstBaseline }>;
}>;

const against = (
  { currency, completed }: EarnedValueInputs,
  report: ReportContent,
  baseline: Baseline | undefined,
): AgainstBaseline => ({
  ...forecastsOf(amountsOf(report.figures, baseline?.wholeLifeCost), currency),
  ...deliveryOf({ completed, report, baseline }),
});

const fromReport = (inputs: EarnedValueInputs, report: ReportContent): EarnedValue => ({
  performance: performanceOf(amountsOf(report.figures), inputs.currency),
  quality: qualityOf(report),
  against: {
    original: against(inputs, report, inputs.baseline?.original),
    current: against(inputs, report, inputs.baseline?.current),
  },
});

/** The same fields, none of which can be told. */
const withoutAny = <T extends object>(figures: T): T =>
  Object.fromEntries(
    Object.entries(figures).map(([name, one]: [string, object]): [string, object | NotAvailable] => [
      name,
      'value' in one ? notAvailable('no-report') : withoutAny(one),
    ]),
  ) as T;

const withBudget = (told: AgainstBaseline, { budgetAtCompletion }: AgainstBaseline): AgainstBaseline => ({
  ...told,
  budgetAtCompletion,
});

/** What is known before anything is reported: the budget at completion, which the baseline has. */
const beforeReports = (inputs: EarnedValueInputs): EarnedValue => {
  const known = fromReport(inputs, { figures: {} });
  const { against: none, ...figures } = withoutAny(known);
  const { original, current } = known.against;
  return {
    ...figures,
    against: {
      original: withBudget(none.original, original),
      current: withBudget(none.current, current),
    },
  };
};

/** The earned value of a project: pure, exact, and rounded once, at the end. */
export const earnedValueOf = (inputs: EarnedValueInputs): EarnedValue =>
  inputs.report ? fromReport(inputs, inputs.report) : beforeReports(inputs);
