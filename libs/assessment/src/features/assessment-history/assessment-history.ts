import { byCodeUnits, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import { barIn, projectTable, type Bar, type ProjectRow } from '@docket/project';
import { assessmentTable, assessmentWordsTable, type AssessmentRow } from '../../assessment.projection';
import { scoringModelTable } from '../../scoring-model.projection';
import { projectUnknownThen } from '../project-assessments/project-assessments';
import { versionsOf, type AssessmentVersion } from './assessment-versions';

export type AssessmentHistoryParams = Readonly<{ projectId: string }>;

/** One person's assessment by one model, from when it was first given on. */
export type AssessmentTold = Readonly<{
  id: string;
  model: Readonly<{ id: string; name: string }>;
  assessor: string;
  status: 'given' | 'withdrawn';
  /** What its assessor is to the project at the cut, for which its ratings count nowhere; null where they count. */
  notCounted: Bar | null;
  versions: readonly AssessmentVersion[];
}>;

/** All that was ever assessed of a project by then, by model, then by assessor. */
export type AssessmentHistory = Readonly<{
  project: Readonly<{ id: string; name: string }>;
  assessments: readonly AssessmentTold[];
}>;

type Keyed = Readonly<{ key: string; row: AssessmentRow }>;

const told = async (
  readModel: ReadModel,
  cut: Cut,
  { key: id, row }: Keyed,
  project: ProjectRow,
): Promise<AssessmentTold> => {
  const upTo = <V extends Readonly<{ validFrom: number }>>(versions: readonly V[]) =>
    versions.filter(({ validFrom }) => validFrom <= cut.number);
  const model = await readModel.rowAsOf(scoringModelTable, cut.number, row.model);
  const rows = upTo(await readModel.history(assessmentTable, id));
  const words = upTo(await readModel.history(assessmentWordsTable, id));
  const names = new Map(model?.criteria.map((one) => [one.id, one.name]));
  const { assessor, status } = row;
  return {
    id,
    model: { id: row.model, name: model?.name ?? '' },
    assessor,
    status,
    notCounted: barIn(project, assessor),
    versions: versionsOf(rows, words, (criterion) => names.get(criterion) ?? criterion),
  };
};

const byModel = (a: AssessmentTold, b: AssessmentTold): number =>
  byCodeUnits(a.model.name, b.model.name) ||
  byCodeUnits(a.model.id, b.model.id) ||
  byCodeUnits(a.assessor, b.assessor);

/** Who gave, revised and withdrew which assessment of a project, by every model, with reasons and events. */
export const assessmentHistory = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId }: AssessmentHistoryParams,
): Promise<AssessmentHistory | Refused<'project-unknown'>> => {
  const project = await readModel.rowAsOf(projectTable, cut.number, projectId);
  if (!project) return projectUnknownThen(projectId, cut);
  const all = await readModel.rowsAsOf(assessmentTable, cut.number, { scope: project.portfolio });
  const own = all.filter(({ row }) => row.project === projectId);
  const assessments = await Promise.all(own.map((one) => told(readModel, cut, one, project)));
  return { project: { id: projectId, name: project.name }, assessments: assessments.sort(byModel) };
};
