import {
  byCodeUnits,
  Decimal,
  refuse,
  type Cut,
  type DecimalText,
  type Instant,
  type ReadModel,
  type Refused,
} from '@docket/kernel';
import { barIn, projectTable, type Bar, type Barred } from '@docket/project';
import { assessmentWordsTable, type AssessmentRow } from '../../assessment.projection';
import { kendallsW, type Agreement } from '../../domain/assessment/agreement';
import { countedOf } from '../counting';
import { coefficientOf, ratedFrom, shownMean, type Coefficient } from '../../domain/assessment/mean-rating';
import type { Criterion, ModelDefinition } from '../../domain/scoring-model/scoring-model.events';
import { definitionOf } from '../../scoring-model.projection';
import { chooseModel, usedModel, type ModelChoiceRefusal, type UsedModel } from '../ranking/model-choice';
import { portfolioAt } from '../ranking/ranking-inputs';
import { assessmentsAt } from '../ranking/ratings-at';

export type ProjectAssessmentsParams = Readonly<{ projectId: string; model?: string }>;

/** One person's assessment that stands: points and reason of each criterion, in the order of the model. */
export type GivenAssessment = Readonly<{
  id: string;
  assessor: string;
  changedAt: Instant;
  revision: number;
  ratings: readonly Readonly<{ criterion: string; points: DecimalText; reason: string }>[];
  comment: string | null;
  /** What its assessor is to the project at the cut, for which its ratings count nowhere; null where they count. */
  notCounted: Bar | null;
}>;

/** One that was taken back: by whom, when and why. */
export type WithdrawnAssessment = Readonly<{
  id: string;
  assessor: string;
  withdrawnAt: Instant;
  withdrawnBy: string;
  reason: string;
}>;

/** What all assessors who count give together on one criterion: mean (12 places), sample standard deviation and its share of the mean. */
export type AssessedCriterion = Readonly<{
  criterion: string;
  name: string;
  maximum: DecimalText;
  assessors: number;
  mean: DecimalText | null;
  spread: DecimalText | null;
  coefficientOfVariation: Coefficient;
}>;

export type ProjectAssessments = Readonly<{
  project: Readonly<{ id: string; name: string }>;
  model: UsedModel;
  assessments: readonly GivenAssessment[];
  withdrawn: readonly WithdrawnAssessment[];
  criteria: readonly AssessedCriterion[];
  /** Over the criteria that all who count rated, each rating as a share of its scale. */
  agreement: Agreement;
}>;

export type ProjectAssessmentsRefusal = 'project-unknown' | 'portfolio-unknown' | ModelChoiceRefusal;

type Keyed = Readonly<{ key: string; row: AssessmentRow }>;

const ratedIn = ({ criteria }: ModelDefinition): readonly Criterion[] =>
  criteria.filter(({ measure }) => measure === 'assessment');

const pointsOf = (row: AssessmentRow, criterion: string): DecimalText | undefined =>
  row.ratings.find((rating) => rating.criterion === criterion)?.points;

const given = async (
  readModel: ReadModel,
  cut: Cut,
  { key, row }: Keyed,
  { criteria, people }: Readonly<{ criteria: readonly Criterion[]; people: Barred }>,
): Promise<GivenAssessment> => {
  const words = await readModel.rowAsOf(assessmentWordsTable, cut.number, key);
  const reasonOf = (id: string) => words?.reasons.find(({ criterion }) => criterion === id)?.reason ?? '';
  const { assessor, changed_at: changedAt, revision } = row;
  const ratings = criteria.flatMap(({ id }) => {
    const points = pointsOf(row, id);
    return points === undefined ? [] : [{ criterion: id, points, reason: reasonOf(id) }];
  });
  const notCounted = barIn(people, assessor);
  return { id: key, assessor, changedAt, revision, ratings, comment: words?.comment ?? null, notCounted };
};

const withdrawn = async (
  readModel: ReadModel,
  cut: Cut,
  { key, row }: Keyed,
): Promise<WithdrawnAssessment> => {
  const words = await readModel.rowAsOf(assessmentWordsTable, cut.number, key);
  const { assessor, changed_at: withdrawnAt, changed_by: withdrawnBy } = row;
  return { id: key, assessor, withdrawnAt, withdrawnBy, reason: words?.withdrawn_for ?? '' };
};

const assessed = (
  { id, name, scale: { maximum } }: Criterion,
  rows: readonly AssessmentRow[],
): AssessedCriterion => {
  const points = rows.flatMap((row) => pointsOf(row, id) ?? []);
  const rated = ratedFrom(points);
  return {
    criterion: id,
    name,
    maximum,
    assessors: points.length,
    mean: rated ? shownMean(rated.mean) : null,
    spread: rated?.spread?.toString() ?? null,
    coefficientOfVariation: coefficientOf(points),
  };
};

const SHARE_PLACES = 12;

const agreementOn = (criteria: readonly Criterion[], rows: readonly AssessmentRow[]): Agreement => {
  const common = criteria.filter(({ id }) => rows.every((row) => pointsOf(row, id) !== undefined));
  const share = (row: AssessmentRow, { id, scale }: Criterion): Decimal =>
    Decimal.of(pointsOf(row, id) ?? '0').dividedBy(Decimal.of(scale.maximum), SHARE_PLACES);
  return kendallsW(rows.map((row) => common.map((criterion) => share(row, criterion))));
};

/** That a project is not known at a cut, and what would help. */
export const projectUnknownThen = (projectId: string, { at }: Pick<Cut, 'at'>): Refused<'project-unknown'> =>
  refuse(
    'project-unknown',
    `Project ${projectId} is not known as of ${at}. List the projects as of that moment.`,
  );

/** Who assessed a project by one model and why so, what they give together, and how far they agree. */
export const projectAssessments = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId, model: wanted }: ProjectAssessmentsParams,
): Promise<ProjectAssessments | Refused<ProjectAssessmentsRefusal>> => {
  const project = await readModel.rowAsOf(projectTable, cut.number, projectId);
  const portfolio = project && (await portfolioAt(readModel, cut, project.portfolio));
  if (!project || !portfolio) return projectUnknownThen(projectId, cut);
  const { id: portfolioId, timeZone } = portfolio.view;
  const chosen = await chooseModel(readModel, cut, { id: portfolioId, timeZone }, wanted);
  if ('outcome' in chosen) return chosen;
  const criteria = ratedIn(definitionOf(chosen.row));
  const all = (await assessmentsAt(readModel, cut, { portfolioId, modelId: chosen.row.id }))
    .filter(({ row }) => row.project === projectId)
    .sort((a, b) => byCodeUnits(a.row.assessor, b.row.assessor));
  const standing = all.filter(({ row }) => row.status === 'given');
  const { counted } = countedOf(
    standing.map(({ row }) => row),
    project,
  );
  return {
    project: { id: projectId, name: project.name },
    model: usedModel(chosen),
    assessments: await Promise.all(
      standing.map((one) => given(readModel, cut, one, { criteria, people: project })),
    ),
    withdrawn: await Promise.all(
      all.filter(({ row }) => row.status === 'withdrawn').map((one) => withdrawn(readModel, cut, one)),
    ),
    criteria: criteria.map((criterion) => assessed(criterion, counted)),
    agreement: agreementOn(criteria, counted),
  };
};
