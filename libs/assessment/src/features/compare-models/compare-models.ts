import {
  byCodeUnits,
  refuse,
  type Cut,
  type DecimalText,
  type ReadModel,
  type Refused,
} from '@docket/kernel';
import { modelIdOf } from '../../domain/scoring-model';
import { rank, type RankedRow } from '../../domain/ranking/rank';
import { definitionOf, scoringModelTable, type ScoringModelRow } from '../../scoring-model.projection';
import { chooseModel, type ModelChoiceRefusal } from '../ranking/model-choice';
import { componentsAt, portfolioAt } from '../ranking/ranking-inputs';

export type CompareModelsParams = Readonly<{
  modelId: string;
  /** Id or name of the model it is held against; without it the one by which the portfolio ranks. */
  against?: string;
}>;

type ComparedModel = Readonly<{ id: string; name: string; status: ScoringModelRow['status'] }>;
/** How a component stands under one model; rank and score are null where it stands unranked. */
type Stand = Readonly<{
  rank: number | null;
  score: DecimalText | null;
  coverage: DecimalText;
  reason: string;
}>;

/** One component under both models. `moved`: ranks it rises under `model`; null where either leaves it unranked. */
export type ComparedRow = Readonly<{
  id: string;
  name: string;
  model: Stand;
  against: Stand;
  moved: number | null;
}>;

export type ModelComparison = Readonly<{
  portfolio: Readonly<{ id: string; name: string }>;
  model: ComparedModel;
  against: ComparedModel;
  /** Those that one of the two leaves unranked first, then the largest move; of equal moves by name and id. */
  rows: readonly ComparedRow[];
}>;

export type CompareModelsRefusal = 'model-unknown' | ModelChoiceRefusal;

const unknown = (wanted: string) =>
  refuse('model-unknown', `No scoring model ${wanted} was known then. Look it up in the list of models.`);

const standOf = ({ rank: place, score, coverage, reason }: RankedRow): Stand => ({
  rank: place,
  score,
  coverage,
  reason,
});

const compared = (row: RankedRow, against: RankedRow): ComparedRow => ({
  id: row.id,
  name: row.name,
  model: standOf(row),
  against: standOf(against),
  moved: row.rank === null || against.rank === null ? null : against.rank - row.rank,
});

/** How much a row has moved, for the order: to be ranked or not is more than any number of ranks. */
const sizeOf = ({ model, against, moved }: ComparedRow): number => {
  if (moved !== null) return Math.abs(moved);
  return model.rank === against.rank ? 0 : Number.POSITIVE_INFINITY;
};

const bySize = (a: ComparedRow, b: ComparedRow): number => {
  const [here, there] = [sizeOf(a), sizeOf(b)];
  if (here !== there) return here > there ? -1 : 1;
  return byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id);
};

const modelOf = ({ id, name, status }: ScoringModelRow): ComparedModel => ({ id, name, status });

/** The model held against: as known at the cut, drafts included; or the one by which the portfolio ranks. */
const heldAgainst = async (
  readModel: ReadModel,
  cut: Cut,
  portfolio: Readonly<{ id: string; timeZone: string }>,
  wanted: string | undefined,
): Promise<ScoringModelRow | Refused<CompareModelsRefusal>> => {
  if (wanted === undefined) {
    const chosen = await chooseModel(readModel, cut, portfolio);
    return 'outcome' in chosen ? chosen : chosen.row;
  }
  const rows = await readModel.rowsAsOf(scoringModelTable, cut.number, { scope: portfolio.id });
  const found = rows.find(({ key }) => key === wanted || key === modelIdOf(portfolio.id, wanted));
  return found?.row ?? unknown(wanted);
};

/** Ranks the components of a portfolio by two models, published or not, and says who moves by how much. */
export const compareModels = async (
  readModel: ReadModel,
  cut: Cut,
  { modelId, against: wanted }: CompareModelsParams,
): Promise<ModelComparison | Refused<CompareModelsRefusal>> => {
  const model = await readModel.rowAsOf(scoringModelTable, cut.number, modelId);
  const portfolio = model && (await portfolioAt(readModel, cut, model.portfolio_id));
  if (!model || !portfolio) return unknown(modelId);
  const { id: portfolioId, name, timeZone } = portfolio.view;
  const against = await heldAgainst(readModel, cut, { id: portfolioId, timeZone }, wanted);
  if ('outcome' in against) return against;
  const ranked = async (row: ScoringModelRow): Promise<readonly RankedRow[]> => {
    const definition = definitionOf(row);
    return rank(await componentsAt(readModel, cut, { portfolioId, modelId: row.id, definition }), definition);
  };
  const [here, there] = [await ranked(model), await ranked(against)];
  const other = new Map(there.map((row) => [row.id, row]));
  return {
    portfolio: { id: portfolioId, name },
    model: modelOf(model),
    against: modelOf(against),
    rows: here.flatMap((row) => compared(row, other.get(row.id) ?? row)).sort(bySize),
  };
};
