import type { Day } from '@docket/kernel';
import type { ReportedFigures } from './domain/project';
import type { FiguresSaid, ProjectRow } from './project.tables';

/**
 * A figure as it stands: an amount in the portfolio's currency or a day, the day of the report that said it last, and the event that
 * reported it, or corrected that report last.
 */
export type StandingFigure = Readonly<{
  value: string;
  reportedFor: Day;
  eventId: string;
}>;

/** The figures of a project that stand, by name; what no report says, or none since the last list, is absent. */
export type StandingFigures = Readonly<Partial<Record<keyof ReportedFigures, StandingFigure>>>;

type Name = keyof ReportedFigures;

/** Cumulative to one day, and held against each other: those of two days are never put together. */
const TOGETHER: readonly Name[] = ['plannedValue', 'earnedValue', 'actualCost'];

/** Each of these stands as it was last said, whatever else its report says. */
const EACH: readonly Name[] = [
  'forecastCost',
  'forecastFinish',
  'budget',
  'forecast',
  'wholeLifeCost',
  'benefits',
  'start',
  'finish',
];

const figureIn = (
  { figures, reportedFor, eventId }: FiguresSaid,
  name: Name,
): readonly (readonly [Name, StandingFigure])[] => {
  const value = figures[name];
  return value === undefined ? [] : [[name, { value, reportedFor, eventId }]];
};

const lastSaying = (said: readonly FiguresSaid[], names: readonly Name[]): FiguresSaid | undefined =>
  said.findLast(({ figures }) => names.some((name) => figures[name] !== undefined));

/**
 * What the reports of a project say as of now. A row of a list is a whole statement: what it leaves out is not known any more. A live
 * report says what it says: a figure it leaves out stands as it was last said, with the day it was said for. Planned value, earned value
 * and actual cost stand or fall together: all of them are those of the latest report that says any. A corrected report is taken as it
 * now reads.
 */
export const standingFigures = ({ said }: Pick<ProjectRow, 'said'>): StandingFigures => {
  const together = lastSaying(said, TOGETHER);
  return Object.fromEntries([
    ...TOGETHER.flatMap((name) => (together ? figureIn(together, name) : [])),
    ...EACH.flatMap((name) => {
      const last = lastSaying(said, [name]);
      return last ? figureIn(last, name) : [];
    }),
  ]);
};

/** The same as figures of one report, without their days. A ranking asks it of every component: of a single report they are its own. */
export const standingValues = ({ said }: Pick<ProjectRow, 'said'>): ReportedFigures =>
  said.length < 2
    ? (said[0]?.figures ?? {})
    : Object.fromEntries(Object.entries(standingFigures({ said })).map(([name, { value }]) => [name, value]));
