import type { Cut, Day, ReadModel, Refused } from '@docket/kernel';
import { portfolioById } from '@docket/portfolio';
import { EARNED_VALUE_DEFINITION, earnedValueOf, type EarnedValue } from '../../domain/earned-value';
import { projectTable, type ProjectRow } from '../../project.tables';
import { unknownThen } from '../../project.view';

/** What follows from the latest report of a project by then; `reportedFor` is null where there is none. */
export type EarnedValueAnswer = Readonly<{
  id: string;
  name: string;
  /** The version of the definitions. */
  definition: string;
  currency: string;
  reportedFor: Day | null;
  /** The event that reported it, or corrected it last. */
  eventId: string | null;
}> &
  EarnedValue;

const reportIn = ({ last_report }: ProjectRow) =>
  last_report ? { ...last_report, confidence: last_report.confidence ?? undefined } : undefined;

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
    ...earnedValueOf(inputs),
  };
};
