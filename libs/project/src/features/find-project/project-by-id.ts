import type { Cut, ReadModel, Refused } from '@docket/kernel';
import { toldRisks, type ToldRisk } from '../../domain/project/risk-texts';
import {
  businessCaseTable,
  projectTable,
  projectWordsTable,
  statusReportKey,
  statusReportTable,
  type BusinessCaseRow,
  type CaseFigures,
  type ProjectWordsRow,
} from '../../project.tables';
import { projectView, unknownThen, type ProjectView } from '../../project.view';

/** A business case whole; the summary of it is the description of the project. */
export type CaseDetail = CaseFigures &
  Readonly<{
    scope: string | null;
    options: string | null;
    budgetByYear: BusinessCaseRow['budget_by_year'];
    demand: BusinessCaseRow['demand'];
    benefits: BusinessCaseRow['benefits'];
    risks: readonly ToldRisk[];
  }>;

/** A project with its words and its whole case: what it is about, what was authorised, the narrative of its last report. */
export type ProjectDetail = Omit<ProjectView, 'businessCase'> &
  Readonly<{
    description: string | null;
    businessCase: CaseDetail | null;
    baselineScope: ProjectWordsRow['baseline_scope'];
    narrative: string | null;
  }>;

const caseDetail = (
  figures: CaseFigures,
  lists: BusinessCaseRow | undefined,
  words: ProjectWordsRow | undefined,
): CaseDetail => ({
  ...figures,
  scope: words?.scope ?? null,
  options: words?.options ?? null,
  budgetByYear: lists?.budget_by_year ?? [],
  demand: lists?.demand ?? [],
  benefits: lists?.benefits ?? [],
  risks: toldRisks(lists?.risks ?? [], words?.risk_texts ?? undefined),
});

/** One project at a cut; refused where it was not known. */
export const projectById = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId }: Readonly<{ projectId: string }>,
): Promise<ProjectDetail | Refused<'project-unknown'>> => {
  const row = await readModel.rowAsOf(projectTable, cut.number, projectId);
  if (!row) return unknownThen(projectId, cut);
  const words = await readModel.rowAsOf(projectWordsTable, cut.number, projectId);
  const lists = await readModel.rowAsOf(businessCaseTable, cut.number, projectId);
  const key = row.last_report && statusReportKey(projectId, row.last_report.reportedFor);
  const report = key === null ? undefined : await readModel.rowAsOf(statusReportTable, cut.number, key);
  return {
    ...projectView(projectId, row),
    description: words?.description ?? null,
    businessCase: row.business_case && caseDetail(row.business_case, lists, words),
    baselineScope: words?.baseline_scope ?? null,
    narrative: report?.said.narrative ?? null,
  };
};
