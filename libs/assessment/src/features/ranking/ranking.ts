import type { Cut, ReadModel, Refused } from '@docket/kernel';
import { rank, type RankedRow } from '../../domain/ranking/rank';
import type { Notice } from './notices';
import { rankingInputs, type RankingInputs, type RankingRefusal } from './ranking-inputs';
import type { UsedModel } from './model-choice';

export type RankingParams = Readonly<{
  portfolioId: string;
  /** Name or id of a published model; without it the one published last as known at the cut. */
  model?: string;
}>;

/** A portfolio ranked: a pure function of the rows at the cut and of the model. */
export type Ranking = Readonly<{
  portfolio: Readonly<{ id: string; name: string }>;
  model: UsedModel;
  notices: readonly Notice[];
  rows: readonly RankedRow[];
}>;

/** The rows of these inputs. */
export const rowsOf = ({ components, definition }: RankingInputs): readonly RankedRow[] =>
  rank(components, definition);

/**
 * Ranks the components that are proposed, authorised or held at the cut. A model that was published only later is used
 * and labelled: where none was known then, the first that the portfolio published, because that choice never changes.
 */
export const rankingOf = async (
  readModel: ReadModel,
  cut: Cut,
  params: RankingParams,
): Promise<Ranking | Refused<RankingRefusal>> => {
  const inputs = await rankingInputs(readModel, cut, params);
  if ('outcome' in inputs) return inputs;
  const { portfolio, model, notices } = inputs;
  return { portfolio, model, notices, rows: rowsOf(inputs) };
};
