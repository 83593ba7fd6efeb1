import {
  byCodeUnits,
  Decimal,
  refuse,
  type Cut,
  type Instant,
  type ReadModel,
  type Refused,
} from '@docket/kernel';
import { barIn, projectTable, type Bar, type ProjectRow } from '@docket/project';
import type { AssessmentRow } from '../../assessment.projection';
import { kendallsW, type Agreement } from '../../domain/assessment/agreement';
import type { Criterion } from '../../domain/scoring-model/scoring-model.events';
import { definitionOf, scoringModelTable } from '../../scoring-model.projection';
import { chooseModel, usedModel, type UsedModel } from '../ranking/model-choice';
import type { Notice } from '../ranking/notices';
import { componentsAt, portfolioAt, type RankingRefusal } from '../ranking/ranking-inputs';
import { ratingsAwaited } from '../ranking/ratings-awaited';
import { assessmentsAt, ratedCriteria } from '../ranking/ratings-at';

export type PortfolioAssessmentsParams = Readonly<{ portfolioId: string; model?: string }>;

/** Who has assessed what, and which criteria are rated and which are still missing. */
export type AssessmentSummary = Readonly<{
  id: string;
  project: Readonly<{ id: string; name: string }>;
  assessor: string;
  changedAt: Instant;
  rated: readonly string[];
  missing: readonly string[];
  /** What its assessor is to the project at the cut, for which its ratings count nowhere; null where they count. */
  notCounted: Bar | null;
}>;

export type PortfolioAssessments = Readonly<{
  portfolio: Readonly<{ id: string; name: string }>;
  model: UsedModel;
  /** How many components have no ratings by it, where it has rated criteria and some have none. */
  notices: readonly Notice[];
  /** Those that stand, by name of the project, then by assessor. */
  assessments: readonly AssessmentSummary[];
  /**
   * For each rated criterion, over the projects that every assessor who counts there rated on it, who rated any: how far they put them in the
   * same order.
   */
  agreement: readonly (Readonly<{ criterion: string; name: string }> & Agreement)[];
  /** The models of the portfolio that have something to rate and are published, retired ones left out, by name. */
  rated: readonly Readonly<{ id: string; name: string }>[];
}>;

type Standing = Readonly<{ key: string; row: AssessmentRow }>;

/** The points of each assessor on one criterion, by project. */
const byAssessor = (criterion: string, rows: readonly AssessmentRow[]): ReadonlyMap<string, Decimal>[] => {
  const assessors = Map.groupBy(rows, ({ assessor }) => assessor);
  return [...assessors.values()]
    .map(
      (own) =>
        new Map(
          own.flatMap(({ project, ratings }) =>
            ratings.flatMap((rating) =>
              rating.criterion === criterion ? [[project, Decimal.of(rating.points)] as const] : [],
            ),
          ),
        ),
    )
    .filter(({ size }) => size > 0);
};

const agreementOn = ({ id, name }: Criterion, rows: readonly AssessmentRow[]) => {
  const all = byAssessor(id, rows);
  const common = [...(all[0]?.keys() ?? [])].filter((project) => all.every((own) => own.has(project)));
  const values = all.map((own) => common.flatMap((project) => own.get(project) ?? []));
  return { criterion: id, name, ...kendallsW(values) };
};

const summaryOf = (
  { key, row }: Standing,
  criteria: readonly Criterion[],
  projects: ReadonlyMap<string, ProjectRow>,
): AssessmentSummary => {
  const given = new Set(row.ratings.map(({ criterion }) => criterion));
  const ids = criteria.map(({ id }) => id);
  return {
    id: key,
    project: { id: row.project, name: projects.get(row.project)?.name ?? '' },
    assessor: row.assessor,
    changedAt: row.changed_at,
    rated: ids.filter((id) => given.has(id)),
    missing: ids.filter((id) => !given.has(id)),
    notCounted: barIn(projects.get(row.project) ?? {}, row.assessor),
  };
};

const byProject = (a: AssessmentSummary, b: AssessmentSummary): number =>
  byCodeUnits(a.project.name, b.project.name) ||
  byCodeUnits(a.project.id, b.project.id) ||
  byCodeUnits(a.assessor, b.assessor);

/** Published models by which assessors rate, as known at the cut. */
const ratedModels = async (readModel: ReadModel, cut: Cut, portfolioId: string) => {
  const rows = await readModel.rowsAsOf(scoringModelTable, cut.number, { scope: portfolioId });
  return rows
    .filter(({ row }) => row.status === 'published' && ratedCriteria(definitionOf(row)).length > 0)
    .map(({ row: { id, name } }) => ({ id, name }))
    .sort((a, b) => byCodeUnits(a.name, b.name));
};

/** Who has assessed what in a portfolio by one model, and how far they agree over projects. */
export const portfolioAssessments = async (
  readModel: ReadModel,
  cut: Cut,
  { portfolioId, model: wanted }: PortfolioAssessmentsParams,
): Promise<PortfolioAssessments | Refused<RankingRefusal>> => {
  const portfolio = await portfolioAt(readModel, cut, portfolioId);
  if (!portfolio)
    return refuse(
      'portfolio-unknown',
      `There is no portfolio ${portfolioId}. Look its id up in the list of portfolios.`,
    );
  const { name, timeZone } = portfolio.view;
  const chosen = await chooseModel(readModel, cut, { id: portfolioId, timeZone }, wanted);
  if ('outcome' in chosen) return chosen;
  const definition = definitionOf(chosen.row);
  const criteria = definition.criteria.filter(({ measure }) => measure === 'assessment');
  const rows = await readModel.rowsAsOf(projectTable, cut.number, { scope: portfolioId });
  const projects = new Map(rows.map(({ key, row }) => [key, row]));
  const all = await assessmentsAt(readModel, cut, { portfolioId, modelId: chosen.row.id });
  const standing = all.filter(({ row }) => row.status === 'given');
  const counted = standing
    .map(({ row }) => row)
    .filter(({ project, assessor }) => barIn(projects.get(project) ?? {}, assessor) === null);
  const model = usedModel(chosen);
  const components = await componentsAt(readModel, cut, { portfolioId, modelId: model.id, definition });
  return {
    portfolio: { id: portfolioId, name },
    model,
    notices: await ratingsAwaited(readModel, cut, { portfolioId, model, definition, components }),
    assessments: standing.map((one) => summaryOf(one, criteria, projects)).sort(byProject),
    agreement: criteria.map((criterion) => agreementOn(criterion, counted)),
    rated: await ratedModels(readModel, cut, portfolioId),
  };
};
