import { refuse, type Instant, type Refused } from '@docket/kernel';
import type { HistoryRefusal } from '../intake-refusal';
import type { Stepwise } from '../stepwise';
import { knownAtOf } from './calendar';
import type { DatedRow } from './dated-row';
import type { Doubt } from './doubt';
import type { YearPlan } from './import-step';
import type { KnownHistory, KnownProject } from './known-project';
import { planYear, type PlannedYear } from './plan-year';

/** Everything an import will do, before it does anything. `recorded` + `unchanged` = `rows`. */
export type ImportPlan = Readonly<{
  /** Oldest first; only years that add something. */
  years: readonly YearPlan[];
  rows: number;
  recorded: number;
  unchanged: number;
  doubtful: readonly Doubt[];
}>;

/** Dated rows against what a portfolio holds. `now` is when the import runs. */
export type Planning = Readonly<{
  portfolioId: string;
  rows: readonly DatedRow[];
  known: KnownHistory;
  now: Instant;
}>;

const adds = ({ rows, departures }: YearPlan): boolean => rows.length + departures.length > 0;

const fromTheFuture = (rows: readonly DatedRow[], now: Instant): Refused<HistoryRefusal> | undefined => {
  const early = rows.find(({ year }) => knownAtOf(year) > now);
  return (
    early &&
    refuse(
      'history-from-the-future',
      `${early.source.file}, line ${early.source.line}: the list of ${early.year} is known from ${knownAtOf(early.year)}, and it is ${now}. Correct the year.`,
    )
  );
};

/** Whether the portfolio's history can still take what the years add. */
const closedHistory = (
  years: readonly YearPlan[],
  known: KnownHistory,
): Refused<HistoryRefusal> | undefined => {
  const [oldest] = years;
  if (!oldest) return undefined;
  const row = oldest.rows[0]?.source;
  const where = row ? `${row.file}, line ${row.line}` : oldest.source;
  if (known.history === 'settled')
    return refuse(
      'history-settled',
      `${where} (${oldest.year}) is not recorded, and the portfolio's dates are settled by what happened in it since. Import history into a portfolio of its own; record corrections as of today.`,
    );
  if (known.reachedAt === undefined || oldest.knownAt >= known.reachedAt) return undefined;
  return refuse(
    'history-out-of-order',
    `${where} (${oldest.year}) is not recorded, and the portfolio's history has reached ${known.reachedAt.slice(0, 10)}. Import the oldest list first, or all files at once, into a new portfolio.`,
  );
};

/**
 * Plans an import year by year and step by step: what is recorded is recognised first, whatever the state of the portfolio's history; only
 * what is left must still find it open, in order and not ahead of now.
 */
export function* planImport({
  portfolioId,
  rows,
  known,
  now,
}: Planning): Stepwise<ImportPlan | Refused<HistoryRefusal>> {
  const early = fromTheFuture(rows, now);
  if (early) return early;
  let projects: ReadonlyMap<string, KnownProject> = new Map(
    known.projects.map((project) => [project.id, project]),
  );
  const planned: PlannedYear[] = [];
  for (const [year, ofYear] of [...Map.groupBy(rows, ({ year: of }) => of)].sort(([a], [b]) => a - b)) {
    const open =
      known.history === 'open' && !(known.reachedAt !== undefined && known.reachedAt > knownAtOf(year));
    const one = yield* planYear(portfolioId, year, ofYear, projects, open);
    projects = one.after;
    planned.push(one);
  }
  const years = planned.map(({ plan }) => plan).filter(adds);
  const closed = closedHistory(years, known);
  if (closed) return closed;
  const unchanged = planned.reduce((sum, one) => sum + one.unchanged, 0);
  return {
    years,
    rows: rows.length,
    recorded: rows.length - unchanged,
    unchanged,
    doubtful: planned.flatMap(({ doubtful }) => doubtful),
  };
}
