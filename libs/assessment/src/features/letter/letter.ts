import type { Cut, ReadModel, Refused } from '@docket/kernel';
import type { MeasuredComponent } from '../../domain/measures/measures';
import type { FundingRow } from '../../domain/ranking/funding-line';
import { smallestLift, type IsThere } from '../../domain/ranking/lift';
import { isSmallerThan, lowerCost, type LineTowards } from '../../domain/ranking/lower-cost';
import type { RankedRow } from '../../domain/ranking/rank';
import {
  explainOf,
  type ExplainedCriterion,
  type ExplainRefusal,
  type Explanation,
} from '../explain/explain';
import { costedOf, costsOf, lineAlong, refusedBudget } from '../funding-line/funding-line';
import { placedInputs } from '../ranking/placed-inputs';
import { rowsOf } from '../ranking/ranking';
import { rankingInputs, type RankingInputs } from '../ranking/ranking-inputs';
import { changeableIn } from '../swap/changeable-in';
import { toldChange } from '../swap/told-change';
import { letterText } from './letter-text';
import { rankingProposals } from './ranking-proposals';
import type { Letter, LetterCriterion, LetterLine, LetterParams } from './letter.view';

export type { Letter, LetterLine, LetterParams } from './letter.view';

export type LetterRefusal = ExplainRefusal | 'amount-negative';

const isFunded = (row: FundingRow | undefined): boolean =>
  row?.funded === 'above' || row?.funded === 'must-have';

type Wanted = Readonly<{ params: LetterParams; inputs: RankingInputs; explanation: Explanation }>;

const lineHere = ({ params, inputs }: Wanted, rows: readonly RankedRow[]): LetterLine => {
  const { rows: drawn, ...line } = lineAlong(rows, costsOf(inputs.components), params);
  return { ...line, here: drawn.find(({ id }) => id === params.projectId) ?? null };
};

/** Where it stands towards the line, drawn anew at what it counts at as changed. */
const towardsLine = ({ params, inputs }: Wanted): LineTowards => {
  const costs = costsOf(inputs.components);
  return (rows, changed) => {
    const costed = (id: string) => (id === changed.id ? costedOf(changed) : costs(id));
    return lineAlong(rows, costed, params).rows.find(({ id }) => id === changed.id);
  };
};

/** Whether it stands where it is wanted: above the line, or a place higher. */
const goalOf = (wanted: Wanted): IsThere => {
  const { params, explanation } = wanted;
  const now = explanation.row.rank ?? Infinity;
  const towards = towardsLine(wanted);
  if (params.budget !== undefined) return (rows, changed) => isFunded(towards(rows, changed));
  return (rows, { id }) => (rows.find((row) => row.id === id)?.rank ?? Infinity) < now;
};

type Needed = Pick<Letter, 'lift' | 'lowerCost'>;

const neededFor = (wanted: Wanted, component: MeasuredComponent, before: readonly RankedRow[]): Needed => {
  const { params, inputs } = wanted;
  const lifted = { ...placedInputs(inputs), component };
  const lift = smallestLift(lifted, goalOf(wanted));
  const lower = params.budget === undefined ? undefined : lowerCost(lifted, towardsLine(wanted));
  const telling = {
    ...{ component, model: lifted.model, concerned: [component.id], namesAssessors: false },
    currency: inputs.setting.currency,
  };
  const told = lift && !(lower && isSmallerThan(lower, lift.change)) ? lift : undefined;
  return {
    lift: told ? toldChange(told.change, { ...telling, ranked: { before, after: told.rows } }) : null,
    lowerCost: lower ?? null,
  };
};

const withoutNames = ({ rated, ...criterion }: ExplainedCriterion): LetterCriterion => {
  if (!rated) return { ...criterion, rated };
  const { assessors, lowest, highest, spread } = rated;
  return { ...criterion, rated: { assessors, lowest, highest, spread } };
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
  const proposalsRankedBy = await rankingProposals(readModel, cut, { ...inputs, row });
  const component = await (await changeableIn(readModel, cut, inputs))(row.id);
  const told = {
    ...{ portfolio, model, notices, row, ranked, above, below },
    criteria: criteria.map(withoutNames),
    currency: inputs.setting.currency,
    cost: costsOf(inputs.components)(row.id).cost ?? null,
    line,
    proposalsRankedBy,
    ...(isThere || proposalsRankedBy ? { lift: null, lowerCost: null } : neededFor(wanted, component, rows)),
  };
  return { text: letterText(told, { at: cut.at, timeZone: inputs.setting.timeZone }), ...told };
};
