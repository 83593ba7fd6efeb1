import { byCodeUnits, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import { projectTable, statusReportTable } from '../../project.tables';
import { unknownThen } from '../../project.view';
import { reportView, type ReportView } from '../../report.view';

/** The reports of a project at a cut, by status date, oldest first. */
export const reportsOf = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId }: Readonly<{ projectId: string }>,
): Promise<readonly ReportView[] | Refused<'project-unknown'>> => {
  const project = await readModel.rowAsOf(projectTable, cut.number, projectId);
  if (!project) return unknownThen(projectId, cut);
  const rows = await readModel.rowsAsOf(statusReportTable, cut.number, { scope: projectId });
  return rows.map(({ row }) => reportView(row)).sort((a, b) => byCodeUnits(a.reportedFor, b.reportedFor));
};
