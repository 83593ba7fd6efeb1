import { Decimal, refuse, type Cut, type DecimalText, type ReadModel, type Refused } from '@docket/kernel';
import { costDifference, fundedCost } from '../../domain/measures/funded-cost';
import type { MeasuredComponent } from '../../domain/measures/measures';
import { drawLine, type Costed, type DrawnLine, type FundingRule } from '../../domain/ranking/funding-line';
import type { PlainRow } from '../../domain/ranking/rerank';
import { rowsOf, type Ranking, type RankingParams } from '../ranking/ranking';
import { rankingInputs, type RankingRefusal } from '../ranking/ranking-inputs';

/** `budget` in the portfolio's currency; without it nothing is below the line. `rule`: `stop` where it is left out. */
export type LineParams = Readonly<{ budget?: DecimalText; rule?: FundingRule }>;
export type FundingLineParams = RankingParams & LineParams;

/** A ranking with its funding line; amounts in `currency`. */
export type FundingLine = Omit<Ranking, 'rows'> & Readonly<{ currency: string }> & DrawnLine;

export type FundingLineRefusal = RankingRefusal | 'amount-negative';

/** What a component counts at, why it must be had, and where its cost is another than was committed. */
export const costedOf = (component: MeasuredComponent): Costed => ({
  cost: fundedCost(component),
  mustHave: component.mustHave,
  differsFromBaseline: costDifference(component),
});

/** The same of each of them, by its id. */
export const costsOf = (components: readonly MeasuredComponent[]): ((id: string) => Costed) => {
  const costed = new Map(components.map((component) => [component.id, costedOf(component)]));
  return (id) => costed.get(id) ?? {};
};

/** The line along these rows. */
export const lineAlong = (
  rows: readonly PlainRow[],
  costedOf: (id: string) => Costed,
  { budget, rule = 'stop' }: LineParams,
): DrawnLine => drawLine(rows, costedOf, { rule, ...(budget === undefined ? {} : { budget }) });

/** A refusal of a budget that none can be, if it is one. */
export const refusedBudget = ({ budget }: LineParams): Refused<'amount-negative'> | undefined =>
  budget !== undefined && Decimal.of(budget).isNegative
    ? refuse(
        'amount-negative',
        `A budget of ${budget} funds nothing: give what there is to spend, from 0 on.`,
      )
    : undefined;

/** The ranking as of the cut with the line that a budget draws along it. */
export const fundingLineOf = async (
  readModel: ReadModel,
  cut: Cut,
  params: FundingLineParams,
): Promise<FundingLine | Refused<FundingLineRefusal>> => {
  const refused = refusedBudget(params);
  if (refused) return refused;
  const inputs = await rankingInputs(readModel, cut, params);
  if ('outcome' in inputs) return inputs;
  const { portfolio, model, notices, setting, components } = inputs;
  const line = lineAlong(rowsOf(inputs), costsOf(components), params);
  return { portfolio, model, notices, currency: setting.currency, ...line };
};
