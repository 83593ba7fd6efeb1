import type { Cut, DecimalText, ReadModel, Refused } from '@docket/kernel';
import { costAfter } from '../../domain/ranking/change';
import type { FundingRow } from '../../domain/ranking/funding-line';
import { smallestLift } from '../../domain/ranking/lift';
import type { RankedRow } from '../../domain/ranking/rank';
import { explainOf, type ExplainRefusal, type Explanation } from '../explain/explain';
import { costsOf, lineAlong, refusedBudget } from '../funding-line/funding-line';
import { placedInputs } from '../ranking/placed-inputs';
import { rowsOf } from '../ranking/ranking';
import { rankingInputs, type RankingInputs } from '../ranking/ranking-inputs';
import { toldChange, type ToldChange } from '../swap/told-change';
import { letterText } from './letter-text';
import type { Letter, LetterLine, LetterParams } from './letter.view';

export type { Letter, LetterLine, LetterParams } from './letter.view';

export type LetterRefusal = ExplainRefusal | 'amount-negative';

const isFunded = (row: FundingRow | undefined): boolean =>
  row?.funded === 'above' || row?.funded === 'must-have';

const rowIn = (rows: readonly RankedRow[], id: string) => rows.find((row) => row.id === id);

type Wanted = Readonly<{ params: LetterParams; inputs: RankingInputs; explanation: Explanation }>;

const lineHere = ({ params, inputs }: Wanted, rows: readonly RankedRow[]): LetterLine => {
  const { rows: drawn, ...line } = lineAlong(rows, costsOf(inputs.components), params);
  return { ...line, here: drawn.find(({ id }) => id === params.projectId) ?? null };
};

/** Whether a ranking has it where it is wanted: above the line drawn anew, or a place higher. */
const goalOf =
  ({ params, inputs, explanation: { row } }: Wanted) =>
  (rows: readonly RankedRow[], cost: DecimalText | undefined): boolean => {
    const there = rowIn(rows, params.projectId);
    if (params.budget === undefined)
      return there?.rank !== null && (there?.rank ?? Infinity) < (row.rank ?? Infinity);
    const costs = costsOf(inputs.components);
    const costed = (id: string) =>
      id === params.projectId && cost !== undefined ? { ...costs(id), cost } : costs(id);
    return isFunded(lineAlong(rows, costed, params).rows.find(({ id }) => id === params.projectId));
  };

const liftFor = (wanted: Wanted, before: readonly RankedRow[]): ToldChange | null => {
  const { params, inputs } = wanted;
  const component = inputs.components.find(({ id }) => id === params.projectId);
  const { model, placed } = placedInputs(inputs);
  if (!component) return null;
  const isThere = goalOf(wanted);
  const lift = smallestLift(placed, component.id, model, (rows, change) =>
    isThere(rows, costAfter(change, component)),
  );
  return lift ? toldChange(lift.change, component, { before, after: lift.rows }, [component.id]) : null;
};

/** The letter to whoever proposed a component, as of a cut. */
export const letterOf = async (
  readModel: ReadModel,
  cut: Cut,
  params: LetterParams,
): Promise<Letter | Refused<LetterRefusal>> => {
  const refused = refusedBudget(params);
  if (refused) return refused;
  const inputs = await rankingInputs(readModel, cut, params);
  if ('outcome' in inputs) return inputs;
  const explanation = await explainOf(readModel, cut, params);
  if ('outcome' in explanation) return explanation;
  const wanted = { params, inputs, explanation };
  const rows = rowsOf(inputs);
  const line = params.budget === undefined ? null : lineHere(wanted, rows);
  const isThere = line ? isFunded(line.here ?? undefined) : explanation.row.rank === 1;
  const { portfolio, model, notices, row, ranked, criteria, above, below } = explanation;
  const told = {
    ...{ portfolio, model, notices, row, ranked, criteria, above, below },
    currency: inputs.setting.currency,
    cost: costsOf(inputs.components)(row.id).cost ?? null,
    line,
    lift: isThere ? null : liftFor(wanted, rows),
  };
  return { text: letterText(told, { at: cut.at, timeZone: inputs.setting.timeZone }), ...told };
};
