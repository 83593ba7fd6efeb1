import type { Day, RowVersion } from '@docket/kernel';
import { FIGURE_NAMES, standingFigures, type ProjectRow, type ReportedFigures } from '@docket/project';
import type { Measure } from '../../domain/scoring-model/scoring-model.events';

type FigureName = keyof ReportedFigures;

/**
 * One reported figure that a value is made of, an amount in the portfolio's currency or a day: as it was last said, for which day and by which event. `leftOutBy`: the day of the
 * latest report where that one does not say it.
 */
export type ExplainedFigure = Readonly<{
  figure: FigureName;
  value: string;
  reportedFor: Day;
  eventId: string;
  number: number;
  leftOutBy: Day | null;
}>;

type Versions = readonly RowVersion<ProjectRow>[];

/** What each measure reads from reports, in the order in which it asks for it. */
const READ_BY: Readonly<Partial<Record<Measure, readonly FigureName[]>>> = {
  'budget-variance': ['budget', 'forecast'],
  'whole-life-cost': ['wholeLifeCost'],
  'schedule-slip': ['finish'],
  'cost-performance': ['earnedValue', 'actualCost'],
  'schedule-performance': ['earnedValue', 'plannedValue'],
};

/** The number of the event that said it: the first version that knows it, also where a later report's correction let it stand again. */
const numberOf = (versions: Versions, eventId: string): number | undefined =>
  versions.find(({ row }) => row?.said.some((one) => one.eventId === eventId))?.validFrom;

/** The reported figures that a measure is taken from in the last of these versions of a project. */
export const figuresBehind = (measure: Measure, versions: Versions): readonly ExplainedFigure[] => {
  const row = versions.at(-1)?.row;
  if (!row) return [];
  const standing = standingFigures(row);
  const latest = row.said.at(-1)?.reportedFor;
  return (READ_BY[measure] ?? []).flatMap((figure) => {
    const said = standing[figure];
    const number = said && numberOf(versions, said.eventId);
    if (!said || number === undefined) return [];
    const leftOutBy = latest === undefined || latest === said.reportedFor ? null : latest;
    return [{ figure, ...said, number, leftOutBy }];
  });
};

const silence = ({ said }: ProjectRow): string => {
  const [first, last] = [said.at(0), said.at(-1)];
  if (!first || !last) return 'it has given no report yet';
  if (!first.isListed) return `no report up to the one for ${last.reportedFor} gives it`;
  return first === last
    ? `the list of ${first.reportedFor} leaves it out`
    : `neither the list of ${first.reportedFor} gives it nor any report since, up to the one for ${last.reportedFor}`;
};

const CUMULATIVE: ReadonlySet<FigureName> = new Set(['plannedValue', 'earnedValue', 'actualCost']);

/**
 * Which reports leave out the first figure that a measure lacks, as it goes on after the reason, and what would give it; undefined where
 * it lacks none.
 */
export const whatWouldSay = (measure: Measure, row: ProjectRow): string | undefined => {
  const standing = standingFigures(row);
  const lacking = READ_BY[measure]?.find((figure) => standing[figure] === undefined);
  if (!lacking) return undefined;
  const { plannedValue, earnedValue, actualCost } = standing;
  const values = CUMULATIVE.has(lacking) ? (plannedValue ?? earnedValue ?? actualCost) : undefined;
  const why = values
    ? `the report for ${values.reportedFor} gives other values without it, and values of two days are never put together`
    : silence(row);
  return `${why}; a later report with its ${FIGURE_NAMES[lacking]} would say it`;
};

/** Of which day and event a figure is that the latest report leaves out; undefined where that report says it. */
export const leftOutInWords = ({
  figure,
  reportedFor,
  number,
  leftOutBy,
}: Pick<ExplainedFigure, 'figure' | 'reportedFor' | 'number' | 'leftOutBy'>): string | undefined =>
  leftOutBy === null
    ? undefined
    : `${FIGURE_NAMES[figure]} reported for ${reportedFor}, event ${number}; the report for ${leftOutBy} leaves it out`;
