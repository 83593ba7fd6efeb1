import {
  byCodeUnits,
  refuse,
  type Cut,
  type Day,
  type Instant,
  type ReadModel,
  type Refused,
} from '@docket/kernel';
import type { ModelDefinition, PairwiseComparison } from '../../domain/scoring-model/scoring-model.events';
import { canBeLeftOut } from '../../domain/scoring-model/coverage-needed';
import { wasKnown } from '../ranking/model-choice';
import { definitionOf, scoringModelTable, type ScoringModelRow } from '../../scoring-model.projection';
import { remarksOn, type ModelRemark } from './model-remarks';

/** A scoring model in a list. */
export type ModelSummary = Readonly<{
  id: string;
  name: string;
  status: 'draft' | 'published' | 'retired';
  draftedAt: Instant;
  publishedAt: Instant | null;
  /** The first day on which rankings use it by default; null for a draft, and where it counts from its publication on. */
  effectiveFrom: Day | null;
  retiredAt: Instant | null;
  /** Whether what is shown became known only after the moment of the answer, as with a model that an import brought along. */
  inRetrospect: boolean;
  revision: number;
  /** Ids of the criteria without any one of which a component still stands ranked, in the model's order. */
  canBeMissing: readonly string[];
  remarks: readonly ModelRemark[];
}>;

/** A scoring model with all that it says. */
export type ModelDetail = ModelSummary &
  Readonly<{
    portfolioId: string;
    publishedBy: string | null;
    retiredBy: string | null;
    retiredFor: string | null;
    /** The judgements that gave the weights; null where these were given. */
    comparison: PairwiseComparison | null;
  }> &
  ModelDefinition;

/** A row as of the cut was drafted, published or retired by its number; its instant may still be earlier. */
const isInRetrospect = (row: ScoringModelRow, cut: Cut): boolean =>
  row.status === 'draft'
    ? row.drafted_at > cut.at
    : !wasKnown({ number: cut.number, row }, cut) || (row.retired_at ?? '') > cut.at;

const summaryOf = (row: ScoringModelRow, cut: Cut): ModelSummary => ({
  id: row.id,
  name: row.name,
  status: row.status,
  draftedAt: row.drafted_at,
  publishedAt: row.published_at,
  effectiveFrom: row.effective_from,
  retiredAt: row.retired_at,
  inRetrospect: isInRetrospect(row, cut),
  revision: row.revision,
  canBeMissing: canBeLeftOut(definitionOf(row)).criteria.map(({ id }) => id),
  remarks: remarksOn(definitionOf(row)),
});

/** The scoring models of a portfolio as known at the cut, by name. */
export const modelsOf = async (
  readModel: ReadModel,
  cut: Cut,
  { portfolioId }: Readonly<{ portfolioId: string }>,
): Promise<readonly ModelSummary[]> => {
  const rows = await readModel.rowsAsOf(scoringModelTable, cut.number, { scope: portfolioId });
  const models = rows.map(({ row }) => summaryOf(row, cut));
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
    ...summaryOf(row, cut),
    portfolioId: row.portfolio_id,
    publishedBy: row.published_by,
    retiredBy: row.retired_by,
    retiredFor: row.retired_for,
    comparison: row.comparison,
    ...definitionOf(row),
  };
};
