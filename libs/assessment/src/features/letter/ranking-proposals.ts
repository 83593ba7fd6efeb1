import { Decimal, type Cut, type ReadModel } from '@docket/kernel';
import { projectTable } from '@docket/project';
import { rank, type RankedRow } from '../../domain/ranking/rank';
import type { ModelDefinition } from '../../domain/scoring-model/scoring-model.events';
import { definitionOf, type ScoringModelRow } from '../../scoring-model.projection';
import { measuresAlignment } from '../ranking/alignments-at';
import { modelsInForce } from '../ranking/model-choice';
import { componentsAt, type RankingInputs } from '../ranking/ranking-inputs';
import { ratedCriteria } from '../ranking/ratings-at';

type Asked = Pick<RankingInputs, 'portfolio' | 'model' | 'definition' | 'setting'> &
  Readonly<{ row: Pick<RankedRow, 'id' | 'rank' | 'coverage'> }>;

/** Whether a proposal may come to a value beside its case: assessors rate it, or it comes to serve an objective. */
const isOpenToProposals = (definition: ModelDefinition): boolean =>
  ratedCriteria(definition).length > 0 || measuresAlignment(definition);

/** Whether proposals get a rank by a model: assessors rate them by it, or it has a rank for this one as it is. */
const ranksProposals = async (
  readModel: ReadModel,
  cut: Cut,
  model: ScoringModelRow,
  id: string,
): Promise<boolean> => {
  const definition = definitionOf(model);
  if (isOpenToProposals(definition)) return true;
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
  if (row.rank !== null || !Decimal.of(row.coverage).isZero || isOpenToProposals(definition)) return null;
  const project = await readModel.rowAsOf(projectTable, cut.number, row.id);
  if (project?.status !== 'proposed') return null;
  const asked = { id: portfolio.id, timeZone: setting.timeZone };
  const others = (await modelsInForce(readModel, cut, asked)).filter(({ id }) => id !== model.id);
  const ranking = await Promise.all(
    others.map(async (one) => ((await ranksProposals(readModel, cut, one, row.id)) ? [one] : [])),
  );
  return ranking.flat().map(({ id, name }) => ({ id, name }));
};
