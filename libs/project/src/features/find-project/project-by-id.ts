import type { Cut, ReadModel, Refused } from '@docket/kernel';
import { projectTable, projectWordsTable, statusReportKey, statusReportTable } from '../../project.tables';
import { projectView, unknownThen, type ProjectView } from '../../project.view';

/** A project with its words: what it is about, and the narrative of its last report. */
export type ProjectDetail = ProjectView & Readonly<{ description: string | null; narrative: string | null }>;

/** One project at a cut; refused where it was not known. */
export const projectById = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId }: Readonly<{ projectId: string }>,
): Promise<ProjectDetail | Refused<'project-unknown'>> => {
  const row = await readModel.rowAsOf(projectTable, cut.number, projectId);
  if (!row) return unknownThen(projectId, cut);
  const words = await readModel.rowAsOf(projectWordsTable, cut.number, projectId);
  const key = row.last_report && statusReportKey(projectId, row.last_report.reportedFor);
  const report = key === null ? undefined : await readModel.rowAsOf(statusReportTable, cut.number, key);
  return {
    ...projectView(projectId, row),
    description: words?.description ?? null,
    narrative: report?.narrative ?? null,
  };
};
