import { Decimal, rounded, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import type { MeasuredComponent } from '../../domain/measures/measures';
import { smallestSwap } from '../../domain/ranking/swap';
import type { RankedRow } from '../../domain/ranking/rank';
import { notListed, type ExplainRefusal } from '../explain/explain';
import { placedInputs } from '../ranking/placed-inputs';
import { rowsOf, type Ranking, type RankingParams } from '../ranking/ranking';
import { rankingInputs, type RankingInputs } from '../ranking/ranking-inputs';
import { changeableIn } from './changeable-in';
import { changeInWords, placesInWords } from './change-words';
import { withoutRatings } from './retired-words';
import { placingOf, toldChange, type Placing, type ToldChange } from './told-change';

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
  `No single change swaps “${row.name}” and “${other.name}”: no figure or rating of either, at any other value ` +
  `with all else as it is, makes up for the ${apart(row, other)} between their scores or for what tells them apart beside.`;

type Pair = Readonly<{ row: RankedRow; other: RankedRow; side: SwapSide }>;

/** Which of the two would come to stand above which. */
const swapInWords = (told: ToldChange, { row, other, side }: Pair): string => {
  const would =
    side === 'above' ? `put “${row.name}” above “${other.name}”` : `let “${other.name}” above “${row.name}”`;
  return `The smallest single change that would ${would}: ${changeInWords(told)}. ${placesInWords(told)}`;
};

const neighbourOf = (rows: readonly RankedRow[], row: RankedRow, side: SwapSide): RankedRow | undefined =>
  row.rank === null
    ? undefined
    : rows.find(({ rank }) => rank === (row.rank ?? 0) + (side === 'above' ? -1 : 1));

/** The smallest swap of two components, by their ids, if there is one, and all that it is told from. */
const toldSwap = (
  inputs: RankingInputs,
  before: readonly RankedRow[],
  pair: readonly [MeasuredComponent, MeasuredComponent],
): ToldChange | null => {
  const { model, placed } = placedInputs(inputs);
  const [here, there] = pair;
  const swap = smallestSwap(placed, { here, there }, model);
  const component = pair.find(({ id }) => id === swap?.change.id);
  if (!swap || !component) return null;
  return toldChange(swap.change, {
    ...{ component, model, ranked: { before, after: swap.rows } },
    ...{ concerned: [here.id, there.id], currency: inputs.setting.currency, namesAssessors: true },
  });
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
  const changeable = await changeableIn(readModel, cut, inputs);
  const pair = [await changeable(row.id), await changeable(other.id)] as const;
  const swap = toldSwap(inputs, rows, pair);
  const sentence = swap ? swapInWords(swap, { row, other, side }) : noSwap(row, other);
  return { ...answer, other: placingOf(other), swap, sentence: `${sentence}${withoutRatings(inputs)}` };
};
