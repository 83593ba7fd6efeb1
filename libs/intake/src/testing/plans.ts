import type { Refused } from '@docket/kernel';
import type { DatedRow } from '../domain/gmpp/dated-row';
import { NOTHING_KNOWN, type KnownHistory, type KnownProject } from '../domain/gmpp/known-project';
import { planImport, type ImportPlan } from '../domain/gmpp/plan';
import { planYear } from '../domain/gmpp/plan-year';
import type { HistoryRefusal } from '../domain/intake-refusal';
import { atOnce } from '../domain/stepwise';

const NOW = '2024-01-01T00:00:00.000Z';
export const PORTFOLIO = 'portfolio';

/** The plan of these rows into a portfolio that holds `known`. */
export const planOf = (rows: readonly DatedRow[], known: KnownHistory = NOTHING_KNOWN, now = NOW) =>
  atOnce(planImport({ portfolioId: PORTFOLIO, rows, known, now }));

/** A plan that must not be refused. */
export const accepted = (plan: ImportPlan | Refused<HistoryRefusal>): ImportPlan => {
  if ('outcome' in plan) throw new Error(plan.refusal.message);
  return plan;
};

/** What a portfolio holds once these rows are recorded. */
export const recorded = (
  rows: readonly DatedRow[],
  history: KnownHistory['history'] = 'open',
): KnownHistory => {
  const years = [...Map.groupBy(rows, ({ year }) => year)].sort(([a], [b]) => a - b);
  const projects = years.reduce<ReadonlyMap<string, KnownProject>>(
    (known, [year, ofYear]) => atOnce(planYear(PORTFOLIO, year, ofYear, known, true)).after,
    new Map(),
  );
  const [last] = years.at(-1) ?? [];
  return {
    history,
    projects: [...projects.values()],
    ...(last ? { reachedAt: `${last}-07-01T09:00:00.000Z` } : {}),
  };
};
