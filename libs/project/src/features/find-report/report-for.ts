import { refuse, type Cut, type Day, type ReadModel, type Refused } from '@docket/kernel';
import { projectTable, statusReportKey, statusReportTable } from '../../project.tables';
import { unknownThen } from '../../project.view';
import { reportView, type ReportView } from '../../report.view';

/** The report of a project for one day at a cut, with what it said before it was corrected. */
export const reportFor = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId, day }: Readonly<{ projectId: string; day: Day }>,
): Promise<ReportView | Refused<'project-unknown' | 'report-unknown'>> => {
  const project = await readModel.rowAsOf(projectTable, cut.number, projectId);
  if (!project) return unknownThen(projectId, cut);
  const row = await readModel.rowAsOf(statusReportTable, cut.number, statusReportKey(projectId, day));
  if (row) return reportView(row);
  return refuse(
    'report-unknown',
    `"${project.name}" had no report for ${day} as of ${cut.at}. List its reports.`,
  );
};
