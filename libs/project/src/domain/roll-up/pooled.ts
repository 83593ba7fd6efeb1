import { Decimal } from '@docket/kernel';
import { exactly, figure, notAvailable, type Figure } from '../earned-value/kpi';
import {
  forecastsOf,
  performanceOf,
  type Amounts,
  type Forecasts,
  type Performance,
} from '../earned-value/performance';
import type { Pool } from './pool';

/** Of how many components that count the figure is made: those that have all the inputs it needs. */
export type Coverage = Readonly<{ used: number; eligible: number }>;

/** A figure over several components, with how many of them it is made of. */
export type Pooled = Figure & Readonly<{ coverage: Coverage }>;

/** The same figures, each pooled. */
export type PooledEach<Figures> = Readonly<Record<keyof Figures, Pooled>>;

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

type Single = 'pv' | 'ev' | 'ac' | 'bac' | 'forecast' | 'benefits';

/** One amount added up over the components that have it. */
export const pooledSum = ({ eligible, groups }: Pool, name: Single, currency: string): Pooled => {
  const { used, amounts } = groups[name];
  return withCoverage(figure(exactly(amounts[name] ?? Decimal.zero), currency), { used, eligible });
};

type Summed = Readonly<{ amounts: Amounts; coverage: Coverage }>;

const summed = ({ eligible, groups }: Pool, group: 'plan' | 'cost' | 'bacCost' | 'bacPlan'): Summed => {
  const { used, amounts } = groups[group];
  return { amounts, coverage: { used, eligible } };
};

/** Variances and indices of several components: their inputs are added first and divided last, never averaged. */
export const pooledPerformance = (pool: Pool, currency: string): PooledEach<Performance> => {
  const [plan, cost] = [summed(pool, 'plan'), summed(pool, 'cost')];
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
export const pooledForecasts = (pool: Pool, currency: string): PooledForecasts => {
  const [cost, plan] = [summed(pool, 'bacCost'), summed(pool, 'bacPlan')];
  const ofCost = forecastsOf(cost.amounts, currency);
  const ofPlan = forecastsOf(plan.amounts, currency);
  return {
    budgetAtCompletion: pooledSum(pool, 'bac', currency),
    toCompletePerformanceIndex: withCoverage(ofCost.toCompletePerformanceIndex, cost.coverage),
    typical: eachWithCoverage(ofCost.typical, cost.coverage),
    atypical: eachWithCoverage(ofCost.atypical, cost.coverage),
    costAndSchedule: eachWithCoverage(ofPlan.costAndSchedule, plan.coverage),
  };
};
