import { byCodeUnits, type Cut, type ReadModel } from '@docket/kernel';
import type { ProjectRow } from '@docket/project';
import type { AssessmentRow } from '../../assessment.projection';
import { countedOf } from '../counting';
import type { GivenPoints, MeasuredComponent } from '../../domain/measures/measures';
import { assessmentsAt, ratedCriteria } from '../ranking/ratings-at';
import type { RankingInputs } from '../ranking/ranking-inputs';

type Asked = Pick<RankingInputs, 'components' | 'definition' | 'model'> & Readonly<{ portfolioId: string }>;

const givenOn = (rows: readonly AssessmentRow[], criterion: string): readonly GivenPoints[] =>
  rows
    .flatMap(({ assessor, ratings }) =>
      ratings.flatMap(({ criterion: of, points }) => (of === criterion ? [{ assessor, points }] : [])),
    )
    .sort((a, b) => byCodeUnits(a.assessor, b.assessor));

/** Finds a component of a ranking, with whose points count on each rated criterion by its row. @throws Error for another's id */
export const assessorsIn = async (
  readModel: ReadModel,
  cut: Cut,
  { components, definition, model, portfolioId }: Asked,
): Promise<(id: string, row: ProjectRow | undefined) => MeasuredComponent> => {
  const criteria = ratedCriteria(definition);
  const standing =
    criteria.length === 0 ? [] : await assessmentsAt(readModel, cut, { portfolioId, modelId: model.id });
  return (id, row) => {
    const component = components.find((one) => one.id === id);
    if (!component) throw new Error(`No component ${id} stands in this ranking.`);
    const given = standing.map((one) => one.row).filter(({ project }) => project === id);
    const { counted } = countedOf(given, row);
    const assessors = new Map(criteria.map((criterion) => [criterion, givenOn(counted, criterion)]));
    return { ...component, assessors };
  };
};
