import { dayOf, type Instant } from '@docket/kernel';

/** Over what a limit per period is counted: a month, a quarter or a year of the calendar. */
export const PERIOD_UNITS = ['month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** How many months a period has. */
const MONTHS: Readonly<Record<PeriodUnit, number>> = { month: 1, quarter: 3, year: 12 };

/** How often the one period fits into the other: 1 where it does not, being longer. */
export const timesIn = (unit: PeriodUnit, longer: PeriodUnit): number =>
  Math.max(1, MONTHS[longer] / MONTHS[unit]);

/** The period an instant falls into, where the portfolio lives: `2026-04`, `2026-Q2` or `2026`. */
export const periodOf = (at: Instant, unit: PeriodUnit, timeZone: string): string => {
  const [year, month] = dayOf(at, timeZone).split('-');
  switch (unit) {
    case 'month':
      return `${year}-${month}`;
    case 'quarter':
      return `${year}-Q${Math.ceil(Number(month) / 3)}`;
    case 'year':
      return `${year}`;
  }
};
