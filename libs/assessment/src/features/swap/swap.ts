import { Decimal, rounded, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import { smallestSwap, type Swap } from '../../domain/ranking/swap';
import type { RankedRow } from '../../domain/ranking/rank';
import { notListed, type ExplainRefusal } from '../explain/explain';
import { placedInputs } from '../ranking/placed-inputs';
import { rowsOf, type Ranking, type RankingParams } from '../ranking/ranking';
import { rankingInputs, type RankingInputs } from '../ranking/ranking-inputs';
import {
  changeInWords,
  placesInWords,
  placingOf,
  toldChange,
  type Placing,
  type ToldChange,
} from './told-change';

/** With which neighbour: the one `above` where it is left out. */
export type SwapSide = 'above' | 'below';
export type SwapParams = RankingParams & Readonly<{ projectId: string; with?: SwapSide }>;

/**
 * What would put a component and its neighbour in the other order. `other` is null where there is no such neighbour, `swap`
 * where no single change swaps the two; `sentence` says either, or the change in words.
 */
export type SwapAnswer = Omit<Ranking, 'rows'> &
  Readonly<{
    row: Placing;
    with: SwapSide;
    other: Placing | null;
    swap: ToldChange | null;
    sentence: string;
  }>;

const noNeighbour = (row: RankedRow, side: SwapSide): string =>
  row.rank === null
    ? `“${row.name}” stands unranked, beside nobody. ${row.reason}`
    : `No ranked component stands ${side} “${row.name}”.`;

const apart = (row: RankedRow, other: RankedRow): string =>
  rounded(
    Decimal.of(row.score ?? '0')
      .minus(Decimal.of(other.score ?? '0'))
      .absolute()
      .toString(),
    3,
  );

const noSwap = (row: RankedRow, other: RankedRow): string =>
  `No single change swaps “${row.name}” and “${other.name}”: no figure of either, put on any other step of its scale ` +
  `with all else as it is, makes up for the ${apart(row, other)} between their scores or for what tells them apart beside.`;

const swapInWords = (told: ToldChange): string =>
  `The smallest single change that would swap them: ${changeInWords(told)}. Then ${placesInWords(told)}.`;

const neighbourOf = (rows: readonly RankedRow[], row: RankedRow, side: SwapSide): RankedRow | undefined =>
  row.rank === null
    ? undefined
    : rows.find(({ rank }) => rank === (row.rank ?? 0) + (side === 'above' ? -1 : 1));

/** The smallest swap of two rows, if there is one, and all that it is told from. */
const toldSwap = (
  inputs: RankingInputs,
  rows: readonly RankedRow[],
  [here, there]: readonly [string, string],
): ToldChange | null => {
  const { model, placed } = placedInputs(inputs);
  const placedOf = (id: string) => placed.find((one) => one.id === id);
  const [a, b] = [placedOf(here), placedOf(there)];
  const swap: Swap | undefined = a && b && smallestSwap(placed, { here: a, there: b }, model);
  const component = swap && inputs.components.find(({ id }) => id === swap.change.id);
  return swap && component
    ? toldChange(swap.change, component, { before: rows, after: swap.rows }, [here, there])
    : null;
};

/** The smallest single change that would swap a component with the one next to it. */
export const swapOf = async (
  readModel: ReadModel,
  cut: Cut,
  params: SwapParams,
): Promise<SwapAnswer | Refused<ExplainRefusal>> => {
  const inputs = await rankingInputs(readModel, cut, params);
  if ('outcome' in inputs) return inputs;
  const { with: side = 'above' } = params;
  const rows = rowsOf(inputs);
  const row = rows.find(({ id }) => id === params.projectId);
  if (!row) return notListed(readModel, cut, params);
  const { portfolio, model, notices } = inputs;
  const answer = { portfolio, model, notices, row: placingOf(row), with: side };
  const other = neighbourOf(rows, row, side);
  if (!other) return { ...answer, other: null, swap: null, sentence: noNeighbour(row, side) };
  const swap = toldSwap(inputs, rows, [row.id, other.id]);
  const sentence = swap ? swapInWords(swap) : noSwap(row, other);
  return { ...answer, other: placingOf(other), swap, sentence };
};
