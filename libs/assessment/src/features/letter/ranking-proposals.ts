import { Decimal, type Cut, type ReadModel } from '@docket/kernel';
import { projectTable } from '@docket/project';
import { rank, type RankedRow } from '../../domain/ranking/rank';
import { definitionOf, type ScoringModelRow } from '../../scoring-model.projection';
import { modelsInForce } from '../ranking/model-choice';
import { componentsAt, type RankingInputs } from '../ranking/ranking-inputs';
import { ratedCriteria } from '../ranking/ratings-at';

type Asked = Pick<RankingInputs, 'portfolio' | 'model' | 'definition' | 'setting'> &
  Readonly<{ row: Pick<RankedRow, 'id' | 'rank' | 'coverage'> }>;

/** Whether proposals get a rank by a model: assessors rate them by it, or it has a rank for this one as it is. */
const ranksProposals = async (
  readModel: ReadModel,
  cut: Cut,
  model: ScoringModelRow,
  id: string,
): Promise<boolean> => {
  const definition = definitionOf(model);
  if (ratedCriteria(definition).length > 0) return true;
  const asked = { portfolioId: model.portfolio_id, modelId: model.id, definition };
  const row = rank(await componentsAt(readModel, cut, asked), definition).find((one) => one.id === id);
  return row !== undefined && row.rank !== null;
};

/** The other models in force by which proposals are ranked, where this is one and the model has no value of it; else null. */
export const rankingProposals = async (
  readModel: ReadModel,
  cut: Cut,
  { portfolio, model, definition, setting, row }: Asked,
): Promise<readonly Readonly<{ id: string; name: string }>[] | null> => {
  if (row.rank !== null || !Decimal.of(row.coverage).isZero || ratedCriteria(definition).length > 0)
    return null;
  const project = await readModel.rowAsOf(projectTable, cut.number, row.id);
  if (project?.status !== 'proposed') return null;
  const asked = { id: portfolio.id, timeZone: setting.timeZone };
  const others = (await modelsInForce(readModel, cut, asked)).filter(({ id }) => id !== model.id);
  const ranking = await Promise.all(
    others.map(async (one) => ((await ranksProposals(readModel, cut, one, row.id)) ? [one] : [])),
  );
  return ranking.flat().map(({ id, name }) => ({ id, name }));
};
