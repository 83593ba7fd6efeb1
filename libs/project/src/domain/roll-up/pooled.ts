import { Decimal } from '@docket/kernel';
import { exactly, figure, notAvailable, type Figure } from '../earned-value/kpi';
import {
  forecastsOf,
  performanceOf,
  type Amounts,
  type Forecasts,
  type Performance,
} from '../earned-value/performance';

/** Of how many components that count the figure is made: those that have all the inputs it needs. */
export type Coverage = Readonly<{ used: number; eligible: number }>;

/** A figure over several components, with how many of them it is made of. */
export type Pooled = Figure & Readonly<{ coverage: Coverage }>;

/** The same figures, each pooled. */
export type PooledEach<Figures> = Readonly<Record<keyof Figures, Pooled>>;

type Sums = Readonly<{ amounts: Amounts; coverage: Coverage }>;

const withCoverage = (one: Figure, coverage: Coverage): Pooled => ({
  ...(coverage.used === 0 ? notAvailable('no-component-knows') : one),
  coverage,
});

const eachWithCoverage = <Name extends string>(
  figures: Readonly<Record<Name, Figure>>,
  coverage: Coverage,
): Readonly<Record<Name, Pooled>> =>
  Object.fromEntries(
    Object.entries<Figure>(figures).map(([name, one]) => [name, withCoverage(one, coverage)]),
  ) as Record<Name, Pooled>;

/** The sums of these amounts over the components that have all of them: one that lacks any is in none of the sums. */
const sumsOf = (components: readonly Amounts[], names: readonly (keyof Amounts)[]): Sums => {
  const used = components.filter((one) => names.every((name) => one[name] !== undefined));
  const sum = (name: keyof Amounts) => Decimal.sum(used.flatMap((one) => one[name] ?? []));
  return {
    amounts: Object.fromEntries(names.map((name) => [name, sum(name)])),
    coverage: { used: used.length, eligible: components.length },
  };
};

/** One amount added up over the components that have it. */
export const pooledSum = (amounts: readonly (Decimal | undefined)[], currency: string): Pooled => {
  const known = amounts.filter((one) => one !== undefined);
  const coverage = { used: known.length, eligible: amounts.length };
  return withCoverage(figure(exactly(Decimal.sum(known)), currency), coverage);
};

/** Variances and indices of several components: their inputs are added first and divided last, never averaged. */
export const pooledPerformance = (
  components: readonly Amounts[],
  currency: string,
): PooledEach<Performance> => {
  const [plan, cost] = [sumsOf(components, ['pv', 'ev']), sumsOf(components, ['ev', 'ac'])];
  const ofPlan = eachWithCoverage(performanceOf(plan.amounts, currency), plan.coverage);
  const ofCost = eachWithCoverage(performanceOf(cost.amounts, currency), cost.coverage);
  return {
    scheduleVariance: ofPlan.scheduleVariance,
    scheduleVarianceRatio: ofPlan.scheduleVarianceRatio,
    costVariance: ofCost.costVariance,
    costVarianceRatio: ofCost.costVarianceRatio,
    schedulePerformanceIndex: ofPlan.schedulePerformanceIndex,
    costPerformanceIndex: ofCost.costPerformanceIndex,
  };
};

/** What is to be expected of several components against one baseline of each; figures as for one of them. */
export type PooledForecasts = Readonly<{
  budgetAtCompletion: Pooled;
  toCompletePerformanceIndex: Pooled;
  typical: PooledEach<Forecasts['typical']>;
  atypical: PooledEach<Forecasts['atypical']>;
  costAndSchedule: PooledEach<Forecasts['costAndSchedule']>;
}>;

/** As `pooledPerformance`, against the budgets at completion: an estimate needs all that enters it of each component. */
export const pooledForecasts = (components: readonly Amounts[], currency: string): PooledForecasts => {
  const cost = sumsOf(components, ['bac', 'ev', 'ac']);
  const plan = sumsOf(components, ['bac', 'ev', 'ac', 'pv']);
  const ofCost = forecastsOf(cost.amounts, currency);
  const ofPlan = forecastsOf(plan.amounts, currency);
  return {
    budgetAtCompletion: pooledSum(
      components.map(({ bac }) => bac),
      currency,
    ),
    toCompletePerformanceIndex: withCoverage(ofCost.toCompletePerformanceIndex, cost.coverage),
    typical: eachWithCoverage(ofCost.typical, cost.coverage),
    atypical: eachWithCoverage(ofCost.atypical, cost.coverage),
    costAndSchedule: eachWithCoverage(ofPlan.costAndSchedule, plan.coverage),
  };
};
