import { Decimal, type Day, type DecimalText } from '@docket/kernel';
import { amountsOf, type Performance } from '../earned-value/performance';
import type { Baselines } from '../project/business-case';
import type { ProjectStatus } from '../project/project.state';
import type { ReportedFigures } from '../project/status-report';
import { EMPTY_POOL, pooledTogether, poolOf, type Pool } from './pool';
import {
  pooledForecasts,
  pooledPerformance,
  pooledSum,
  type Pooled,
  type PooledEach,
  type PooledForecasts,
} from './pooled';
import type { Adding, Held } from './subtrees';

/** The version of this definition: which components count, and how their figures become one. */
export const ROLL_UP_DEFINITION = 'roll-up-1';

/** What has been authorised and was not stopped: proposals are no work yet, and what has left is not known any more. */
export const COUNTED: readonly ProjectStatus[] = ['authorised', 'held', 'completed'];

/** What counts against the original baselines: what was killed stays in what was once authorised. */
export const COUNTED_IN_ORIGINAL: readonly ProjectStatus[] = [...COUNTED, 'killed'];

/** From the first day to the last, both included. */
export type Days = Readonly<{ first: Day; last: Day }>;

/** A project as a roll-up takes it: its figures as they were last reported, its benefits as its business case states them. */
export type Component = Readonly<{
  status: ProjectStatus;
  /** The node it stands in; null: the portfolio itself. */
  node: string | null;
  /** The days of the reports its figures are taken from. */
  reportedFor?: Days | undefined;
  figures: ReportedFigures;
  expectedBenefits?: DecimalText;
  baseline?: Baselines;
}>;

type ByStatus = Readonly<Record<ProjectStatus, number>>;

/** What is added up over components before anything is divided. */
export type Tally = Readonly<{ byStatus: ByStatus; days: Days | null; current: Pool; original: Pool }>;

/**
 * What several components come to. All amounts in the portfolio's currency; reports may be of different days, from the first
 * to the last of `reportedFor`, null where nothing was reported.
 */
export type RollUp = Readonly<{
  /** Those directly in the place, all that stand anywhere in it, and these by status: here all count. */
  components: Readonly<{ direct: number; all: number; byStatus: ByStatus }>;
  reportedFor: Days | null;
  sums: Readonly<{
    plannedValue: Pooled;
    earnedValue: Pooled;
    actualCost: Pooled;
    forecastCost: Pooled;
    expectedBenefits: Pooled;
  }>;
  performance: PooledEach<Performance>;
  against: Readonly<{ original: PooledForecasts; current: PooledForecasts }>;
}>;

const decimal = (text: DecimalText | undefined): Decimal | undefined =>
  text === undefined ? undefined : Decimal.of(text);

/** How many have each status, by a function that says it of one. */
const eachStatus = (of: (status: ProjectStatus) => number): ByStatus => ({
  proposed: of('proposed'),
  authorised: of('authorised'),
  held: of('held'),
  completed: of('completed'),
  killed: of('killed'),
  rejected: of('rejected'),
  withdrawn: of('withdrawn'),
  left: of('left'),
});

const poolAgainst = (
  { status, figures, expectedBenefits, baseline }: Component,
  which: keyof Baselines,
  counted: readonly ProjectStatus[],
): Pool =>
  counted.includes(status)
    ? poolOf({
        ...amountsOf(figures, baseline?.[which].wholeLifeCost),
        forecast: decimal(figures.forecastCost),
        benefits: decimal(expectedBenefits),
      })
    : EMPTY_POOL;

const tallyOf = (component: Component): Tally => {
  const { status, reportedFor = null } = component;
  return {
    byStatus: eachStatus((one) => (one === status ? 1 : 0)),
    days: COUNTED.includes(status) ? reportedFor : null,
    current: poolAgainst(component, 'current', COUNTED),
    original: poolAgainst(component, 'original', COUNTED_IN_ORIGINAL),
  };
};

const spanOf = (a: Days | null, b: Days | null): Days | null => {
  if (!a || !b) return a ?? b;
  return { first: a.first < b.first ? a.first : b.first, last: a.last > b.last ? a.last : b.last };
};

/** How components are added up; each is in one place only, so that nothing is counted twice. */
export const TALLYING: Adding<Component, Tally> = {
  none: { byStatus: eachStatus(() => 0), days: null, current: EMPTY_POOL, original: EMPTY_POOL },
  of: tallyOf,
  plus: (a, b) => ({
    byStatus: eachStatus((status) => a.byStatus[status] + b.byStatus[status]),
    days: spanOf(a.days, b.days),
    current: pooledTogether(a.current, b.current),
    original: pooledTogether(a.original, b.original),
  }),
};

/**
 * What the components of a place come to. Inputs are added first and divided last; a component that lacks an input of a
 * figure is left out of that figure, whose coverage says so.
 */
export const rollUpOf = ({ direct, all, sum }: Held<Tally>, currency: string): RollUp => {
  const { byStatus, days, current, original } = sum;
  return {
    components: { direct, all, byStatus },
    reportedFor: days,
    sums: {
      plannedValue: pooledSum(current, 'pv', currency),
      earnedValue: pooledSum(current, 'ev', currency),
      actualCost: pooledSum(current, 'ac', currency),
      forecastCost: pooledSum(current, 'forecast', currency),
      expectedBenefits: pooledSum(current, 'benefits', currency),
    },
    performance: pooledPerformance(current, currency),
    against: {
      original: pooledForecasts(original, currency),
      current: pooledForecasts(current, currency),
    },
  };
};
