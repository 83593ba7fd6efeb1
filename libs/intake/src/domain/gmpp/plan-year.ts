import { eachInSteps, type Stepwise } from '../stepwise';
import { knownAtOf, listDay } from './calendar';
import type { DatedRow } from './dated-row';
import { differences, redescription } from './difference';
import { doubt, type Doubt } from './doubt';
import { idOfNew, recognise, withoutRepeats } from './identity';
import type { ProjectStep, RowSteps, YearPlan } from './import-step';
import { describedIn, type KnownProject } from './known-project';

/** A year's list against what is known: its steps, what is known after it, and how many of its rows were there already. */
export type PlannedYear = Readonly<{
  plan: YearPlan;
  after: ReadonlyMap<string, KnownProject>;
  unchanged: number;
  doubtful: readonly Doubt[];
}>;

type Outcome = Readonly<{ project: KnownProject; steps: readonly ProjectStep[] }>;

const first = (portfolioId: string, row: DatedRow): Outcome => {
  const { source, year, described, report } = row;
  const projectId = idOfNew(portfolioId, row);
  return {
    project: {
      id: projectId,
      descriptions: [{ year, described }],
      reports: new Map([[year, report]]),
      present: true,
    },
    steps: [
      { kind: 'import-authorised-project', projectId, source, ...described },
      { kind: 'report-status', projectId, reportedFor: listDay(year), source, ...report },
    ],
  };
};

const next = (project: KnownProject, { source, year, described, report }: DatedRow): Outcome => {
  const projectId = project.id;
  const before = describedIn(project, year);
  const changed = redescription(described, before);
  const redescribed = Object.keys(changed).length > 0;
  return {
    project: {
      id: projectId,
      descriptions: redescribed
        ? [...project.descriptions, { year, described: { ...before, ...described } }]
        : project.descriptions,
      reports: new Map(project.reports).set(year, report),
      present: true,
    },
    steps: [
      ...(project.present
        ? []
        : [{ kind: 'note-return', projectId, presentFrom: listDay(year), source } as const]),
      ...(redescribed ? [{ kind: 'redescribe-project', projectId, source, ...changed } as const] : []),
      { kind: 'report-status', projectId, reportedFor: listDay(year), source, ...report },
    ],
  };
};

const rowDoubt = ({ source, described }: DatedRow, field: string, value: string, reason: string): Doubt =>
  doubt({ ...source, field, value: value || described.name, reason });

/** A row whose project-year is recorded: doubtful where it says something else. */
const compared = (row: DatedRow, project: KnownProject): readonly Doubt[] => {
  const { year } = row;
  const [described, report] = [describedIn(project, year), project.reports.get(year)];
  const found = described && report ? differences(row, { described, report }) : [];
  if (found.length === 0) return [];
  const reason = `Differs from what is recorded for ${year}, which stands. A correction is recorded on the day it is made.`;
  return [
    rowDoubt(
      row,
      found.map(({ field }) => field).join(', '),
      found.map(({ text }) => text).join(' | '),
      reason,
    ),
  ];
};

const repeatDoubt = (row: DatedRow, of: DatedRow): readonly Doubt[] =>
  row.source.file === of.source.file
    ? [
        rowDoubt(
          row,
          'row',
          '',
          `The project stands in the list of ${row.year} already, on line ${of.source.line}: not recorded again.`,
        ),
      ]
    : [];

/** Projects whose last report is older than the list and that it does not name: they left without a recorded decision. */
const absentFrom = (projects: Iterable<KnownProject>, year: number, source: string): readonly ProjectStep[] =>
  [...projects]
    .filter(({ present, reports }) => present && [...reports.keys()].every((reported) => reported < year))
    .map(({ id }) => ({ kind: 'note-departure', projectId: id, absentFrom: listDay(year), source }));

/** Plans one year's list. `departures` says whether the portfolio's history may still take note of who is absent. */
export function* planYear(
  portfolioId: string,
  year: number,
  rows: readonly DatedRow[],
  known: ReadonlyMap<string, KnownProject>,
  departures: boolean,
): Stepwise<PlannedYear> {
  const { firsts, repeats } = yield* withoutRepeats(rows);
  const recognised = yield* recognise(firsts, year, [...known.values()]);
  const after = new Map(known);
  const planned: RowSteps[] = [];
  const doubtful: Doubt[] = [];
  const placed = new Map<DatedRow, KnownProject>();
  yield* eachInSteps(firsts, (row) => {
    const project = recognised.get(row);
    if (project?.reports.has(year)) {
      doubtful.push(...compared(row, project));
      placed.set(row, project);
      return;
    }
    const outcome = project ? next(project, row) : first(portfolioId, row);
    after.set(outcome.project.id, outcome.project);
    placed.set(row, outcome.project);
    planned.push({ source: row.source, steps: outcome.steps });
  });
  yield* eachInSteps(repeats, ({ row, of }) => {
    const project = placed.get(of);
    doubtful.push(...repeatDoubt(row, of), ...(project ? compared(row, project) : []));
  });
  const source = [...new Set(rows.map((row) => row.source.file))].sort().join(', ');
  const leaving = departures ? absentFrom(after.values(), year, source) : [];
  for (const { projectId } of leaving) {
    const project = after.get(projectId);
    if (project) after.set(projectId, { ...project, present: false });
  }
  const plan = { year, knownAt: knownAtOf(year), source, rows: planned, departures: leaving };
  return { plan, after, unchanged: rows.length - planned.length, doubtful };
}
