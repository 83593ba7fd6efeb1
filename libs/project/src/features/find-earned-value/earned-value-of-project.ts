import type { Cut, Day, ReadModel, Refused } from '@docket/kernel';
import { portfolioById } from '@docket/portfolio';
import { EARNED_VALUE_DEFINITION, earnedValueOf, type EarnedValue } from '../../domain/earned-value';
import type { ReportContent } from '../../domain/project';
import { standingFigures, standingValues } from '../../standing-figures';
import { projectTable, type ProjectRow } from '../../project.tables';
import { unknownThen } from '../../project.view';

/**
 * What follows from the reports of a project by then: from the values of the latest report that gives any, the finish last reported, and
 * what the latest report counts. `reportedFor` is the day of the latest report; null where there is none.
 */
export type EarnedValueAnswer = Readonly<{
  id: string;
  name: string;
  /** The version of the definitions. */
  definition: string;
  currency: string;
  reportedFor: Day | null;
  /** The event that reported it, or corrected it last. */
  eventId: string | null;
  /** The report that planned value, earned value and actual cost are taken from, an earlier one where the latest says none of them. */
  valuesReportedFor: Day | null;
  valuesEventId: string | null;
}> &
  EarnedValue;

const reportIn = (row: ProjectRow): ReportContent | undefined => {
  const { confidence: _, ...report } = row.last_report ?? { confidence: null };
  return 'figures' in report ? { ...report, figures: standingValues(row) } : undefined;
};

/** The three stand or fall together: any of them names the report of all. */
const valuesIn = (row: ProjectRow) => {
  const { plannedValue, earnedValue, actualCost } = standingFigures(row);
  const { reportedFor = null, eventId = null } = plannedValue ?? earnedValue ?? actualCost ?? {};
  return { valuesReportedFor: reportedFor, valuesEventId: eventId };
};

/** Earned value, forecasts and quality of one project at a cut. */
export const earnedValueOfProject = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId }: Readonly<{ projectId: string }>,
): Promise<EarnedValueAnswer | Refused<'project-unknown'>> => {
  const row = await readModel.rowAsOf(projectTable, cut.number, projectId);
  if (!row) return unknownThen(projectId, cut);
  const portfolio = await portfolioById(readModel, cut.number, row.portfolio);
  if (!portfolio) throw new Error(`Project ${projectId} stands in a portfolio that is not there.`);
  const { currency } = portfolio;
  const completed = row.status === 'completed';
  const inputs = { currency, report: reportIn(row), baseline: row.baseline ?? undefined, completed };
  return {
    id: projectId,
    name: row.name,
    definition: EARNED_VALUE_DEFINITION,
    currency,
    reportedFor: row.last_report?.reportedFor ?? null,
    eventId: row.last_report?.eventId ?? null,
    ...valuesIn(row),
    ...earnedValueOf(inputs),
  };
};
