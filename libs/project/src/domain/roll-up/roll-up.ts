import { Decimal, type Day, type DecimalText } from '@docket/kernel';
import { amountsOf, type Amounts, type Performance } from '../earned-value/performance';
import type { Baselines } from '../project/business-case';
import type { ProjectStatus } from '../project/project.state';
import type { ReportedFigures } from '../project/status-report';
import {
  pooledForecasts,
  pooledPerformance,
  pooledSum,
  type Pooled,
  type PooledEach,
  type PooledForecasts,
} from './pooled';

/** The version of this definition: which components count, and how their figures become one. */
export const ROLL_UP_DEFINITION = 'roll-up-1';

/** What has been authorised and was not stopped: proposals are no work yet, and what has left is not known any more. */
export const COUNTED: readonly ProjectStatus[] = ['authorised', 'held', 'completed'];

/** What counts against the original baselines: what was killed stays in what was once authorised. */
export const COUNTED_IN_ORIGINAL: readonly ProjectStatus[] = [...COUNTED, 'killed'];

const STATUSES = [
  'proposed',
  'authorised',
  'held',
  'completed',
  'killed',
  'rejected',
  'withdrawn',
  'left',
] as const satisfies readonly ProjectStatus[];

/** A project as a roll-up takes it: the figures of its latest report, its benefits as its business case states them. */
export type Component = Readonly<{
  status: ProjectStatus;
  /** The node it stands in; null: the portfolio itself. */
  node: string | null;
  reportedFor?: Day;
  figures: ReportedFigures;
  expectedBenefits?: DecimalText;
  baseline?: Baselines;
}>;

/**
 * What several components come to. All amounts in the portfolio's currency; reports may be of different days, from the first
 * to the last of `reportedFor`, null where nothing was reported.
 */
export type RollUp = Readonly<{
  /** Those directly in the place, all that stand anywhere in it, and these by status: here all count. */
  components: Readonly<{
    direct: number;
    all: number;
    byStatus: Readonly<Record<(typeof STATUSES)[number], number>>;
  }>;
  reportedFor: Readonly<{ first: Day; last: Day }> | null;
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

const counting = (components: readonly Component[], statuses: readonly ProjectStatus[]) =>
  components.filter(({ status }) => statuses.includes(status));

const numbersOf = (direct: readonly Component[], all: readonly Component[]): RollUp['components'] => {
  const having = (wanted: ProjectStatus) => all.filter(({ status }) => status === wanted).length;
  const byStatus = Object.fromEntries(STATUSES.map((status) => [status, having(status)]));
  // every status is in the list that the type is made of
  return { direct: direct.length, all: all.length, byStatus: byStatus as RollUp['components']['byStatus'] };
};

const reportedDays = (components: readonly Component[]): RollUp['reportedFor'] => {
  const days = components.flatMap(({ reportedFor }) => reportedFor ?? []).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
};

const sumsOf = (components: readonly Component[], currency: string): RollUp['sums'] => {
  const sum = (of: (component: Component) => DecimalText | undefined) =>
    pooledSum(
      components.map((component) => decimal(of(component))),
      currency,
    );
  return {
    plannedValue: sum(({ figures }) => figures.plannedValue),
    earnedValue: sum(({ figures }) => figures.earnedValue),
    actualCost: sum(({ figures }) => figures.actualCost),
    forecastCost: sum(({ figures }) => figures.forecastCost),
    expectedBenefits: sum(({ expectedBenefits }) => expectedBenefits),
  };
};

const amountsAgainst =
  (which: keyof Baselines) =>
  ({ figures, baseline }: Component): Amounts =>
    amountsOf(figures, baseline?.[which].wholeLifeCost);

/**
 * What the components of a place come to: `direct` stand in it themselves, `all` anywhere in it. Inputs are added first and
 * divided last; a component that lacks an input of a figure is left out of that figure, whose coverage says so.
 */
export const rollUpOf = (
  { direct, all }: Readonly<{ direct: readonly Component[]; all: readonly Component[] }>,
  currency: string,
): RollUp => {
  const counted = counting(all, COUNTED);
  const once = counting(all, COUNTED_IN_ORIGINAL);
  const current = counted.map(amountsAgainst('current'));
  return {
    components: numbersOf(direct, all),
    reportedFor: reportedDays(counted),
    sums: sumsOf(counted, currency),
    performance: pooledPerformance(current, currency),
    against: {
      original: pooledForecasts(once.map(amountsAgainst('original')), currency),
      current: pooledForecasts(current, currency),
    },
  };
};
