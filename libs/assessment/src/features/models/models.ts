import { refuse, type Cut, type Instant, type ReadModel, type Refused } from '@docket/kernel';
import type { ModelDefinition } from '../../domain/scoring-model/scoring-model.events';
import { byCodeUnits } from '../../domain/ranking/order';
import { definitionOf, scoringModelTable, type ScoringModelRow } from '../../scoring-model.projection';

/** A scoring model in a list. */
export type ModelSummary = Readonly<{
  id: string;
  name: string;
  status: 'draft' | 'published';
  draftedAt: Instant;
  publishedAt: Instant | null;
  revision: number;
}>;

/** A scoring model with all that it says. */
export type ModelDetail = ModelSummary &
  Readonly<{ portfolioId: string; publishedBy: string | null }> &
  ModelDefinition;

const summaryOf = (row: ScoringModelRow): ModelSummary => ({
  id: row.id,
  name: row.name,
  status: row.status,
  draftedAt: row.drafted_at,
  publishedAt: row.published_at,
  revision: row.revision,
});

/** The scoring models of a portfolio as known at the cut, by name. */
export const modelsOf = async (
  readModel: ReadModel,
  cut: Cut,
  { portfolioId }: Readonly<{ portfolioId: string }>,
): Promise<readonly ModelSummary[]> => {
  const rows = await readModel.rowsAsOf(scoringModelTable, cut.number, { scope: portfolioId });
  const models = rows.map(({ row }) => summaryOf(row));
  return models.sort((a, b) => byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id));
};

/** One scoring model as known at the cut. */
export const modelById = async (
  readModel: ReadModel,
  cut: Cut,
  { modelId }: Readonly<{ modelId: string }>,
): Promise<ModelDetail | Refused<'model-unknown'>> => {
  const row = await readModel.rowAsOf(scoringModelTable, cut.number, modelId);
  if (!row)
    return refuse(
      'model-unknown',
      `No scoring model ${modelId} was known then. Look its id up in the list of models.`,
    );
  return {
    ...summaryOf(row),
    portfolioId: row.portfolio_id,
    publishedBy: row.published_by,
    ...definitionOf(row),
  };
};
