import type { Cut, ReadModel, Rows } from '@docket/kernel';
import type { ProjectRow } from '@docket/project';
import { assessmentTable, type AssessmentRow } from '../../assessment.projection';
import { countedOf } from '../counting';
import { rater, type ratedFrom } from '../../domain/assessment/mean-rating';
import type { Rated } from '../../domain/measures/measures';
import type { ModelDefinition } from '../../domain/scoring-model/scoring-model.events';

/** What assessors give each project of a portfolio, by its id and then by criterion. */
export type Ratings = ReadonlyMap<string, ReadonlyMap<string, Rated>>;

type Asked = Readonly<{ portfolioId: string; modelId: string; definition: ModelDefinition }>;

/** The ids of the criteria that assessors rate. */
export const ratedCriteria = ({ criteria }: ModelDefinition): readonly string[] =>
  criteria.flatMap(({ id, measure }) => (measure === 'assessment' ? [id] : []));

/** The assessments of a portfolio by one model at a cut, withdrawn ones included, in no particular order. */
export const assessmentsAt = async (
  readModel: ReadModel,
  cut: Cut,
  { portfolioId, modelId }: Omit<Asked, 'definition'>,
): Promise<Rows<AssessmentRow>> => {
  const rows = await readModel.rowsAsOf(assessmentTable, cut.number, { scope: portfolioId });
  return rows.filter(({ row }) => row.model === modelId);
};

/** Mean, spread and number of the ratings in these assessments of one project; a criterion nobody rated has no entry. */
export const ratingsOf = (
  rows: readonly AssessmentRow[],
  criteria: readonly string[],
  rate: typeof ratedFrom,
): ReadonlyMap<string, Rated> =>
  new Map(
    criteria.flatMap((criterion) => {
      const points = rows.flatMap(({ ratings }) =>
        ratings.flatMap((rating) => (rating.criterion === criterion ? [rating.points] : [])),
      );
      const rated = rate(points);
      return rated ? [[criterion, rated] as const] : [];
    }),
  );

/**
 * What counts of all ratings by one model at a cut: nobody's who has a part in the component by its row then. A model that
 * measures everything has none, and nothing is read for it.
 */
export const ratingsAt = async (
  readModel: ReadModel,
  cut: Cut,
  asked: Asked,
  projects: Rows<ProjectRow>,
): Promise<Ratings> => {
  const criteria = ratedCriteria(asked.definition);
  if (criteria.length === 0) return new Map();
  const rows = await assessmentsAt(readModel, cut, asked);
  const people = new Map(projects.map(({ key, row }) => [key, row]));
  const rate = rater();
  const byProject = Map.groupBy(
    rows.map(({ row }) => row),
    ({ project }) => project,
  );
  return new Map(
    [...byProject].map(([project, given]) => [
      project,
      ratingsOf(countedOf(given, people.get(project)).counted, criteria, rate),
    ]),
  );
};
