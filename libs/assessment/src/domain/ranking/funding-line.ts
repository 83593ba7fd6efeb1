import { Decimal, type DecimalText } from '@docket/kernel';
import type { RankedRow } from './rank';

/**
 * How a budget is spent along a ranking. `stop`: the first component that breaches it ends it, and all after stand below.
 * `fill`: what breaches it is passed over, and what fits after it still stands above. Both go by rank, neither looks for the
 * best mix: the most value under a budget can be more than either reaches.
 */
export type FundingRule = 'stop' | 'fill';

/** What a component costs and whether it is a must-have, beside its place in the ranking. */
export type Costed = Readonly<{ cost?: DecimalText; mustHave?: string }>;

/**
 * Where a component stands towards the line. `cost-unknown`: its cost is not known and it takes no part, must-have or not;
 * `unranked`: it has no rank to be funded by.
 */
export type Funded = 'must-have' | 'above' | 'below' | 'unranked' | 'cost-unknown';

/**
 * One component towards the line; amounts in the portfolio's currency. `cumulated`: all that is spent with it and those
 * before it, where it is funded. `shortBy`: where it stands below, what the budget lacks for it as the rule goes: under `stop` all
 * that stands before it comes first, under `fill` all that is funded before it.
 */
export type FundingRow = Readonly<{
  funded: Funded;
  rank: number | null;
  id: string;
  name: string;
  score: DecimalText | null;
  cost: DecimalText | null;
  cumulated: DecimalText | null;
  shortBy: DecimalText | null;
  /** Why it stands there, in a sentence; of a must-have the reason recorded with it. */
  reason: string;
}>;

/**
 * A ranking with its line drawn. `budget` null: nothing limits it. `sum` is the cost of must-haves and of what stands above,
 * `left` the budget less the sum, negative where must-haves alone exceed it (then nothing else is funded). `lineRank` is the
 * rank of the first component that the budget does not reach; null where it reaches all.
 */
export type DrawnLine = Readonly<{
  rule: FundingRule;
  budget: DecimalText | null;
  sum: DecimalText;
  left: DecimalText | null;
  lineRank: number | null;
  mustHavesExceedBudget: boolean;
  rows: readonly FundingRow[];
}>;

type Candidate = Readonly<{ row: RankedRow; cost: Decimal; mustHave: string | undefined }>;

const rowOf = (
  { rank, id, name, score }: RankedRow,
  funded: Funded,
  reason: string,
  cost: DecimalText | null = null,
  { cumulated = null, shortBy = null }: Partial<Pick<FundingRow, 'cumulated' | 'shortBy'>> = {},
): FundingRow => ({ funded, rank, id, name, score, cost, cumulated, shortBy, reason });

const costUnknown = (row: RankedRow, mustHave: string | undefined): FundingRow =>
  rowOf(
    row,
    'cost-unknown',
    `${mustHave === undefined ? 'No' : `A must-have (${mustHave}), but no`} report and no business case gives its whole-life cost: it takes no part.`,
  );

/** Spends a budget, component by component; what has been spent is all it remembers. */
class Spending {
  sum = Decimal.zero;
  /** The cost of all that came so far, funded or not. */
  private asked = Decimal.zero;
  private isOver = false;
  lineRank: number | null = null;

  constructor(
    private readonly rule: FundingRule,
    private readonly budget: Decimal | undefined,
  ) {}

  get exceeded(): boolean {
    return this.budget !== undefined && this.sum.compare(this.budget) > 0;
  }

  mustHave({ row, cost, mustHave = '' }: Candidate): FundingRow {
    this.spend(cost);
    return rowOf(row, 'must-have', mustHave, cost.toString(), { cumulated: this.sum.toString() });
  }

  /** Must-haves alone are too much: nothing else is funded. */
  close(): void {
    this.isOver = true;
  }

  ranked({ row, cost }: Candidate): FundingRow {
    const shortBy = this.shortBy(cost);
    if (this.isOver || shortBy.compare(Decimal.zero) > 0) return this.below(row, cost, shortBy);
    this.spend(cost);
    return rowOf(row, 'above', 'Its cost fits into what is left of the budget.', cost.toString(), {
      cumulated: this.sum.toString(),
    });
  }

  private below(row: RankedRow, cost: Decimal, shortBy: Decimal): FundingRow {
    const reason = this.whyBelow(row);
    this.asked = this.asked.plus(cost);
    this.lineRank ??= row.rank;
    this.isOver ||= this.rule === 'stop';
    return rowOf(row, 'below', reason, cost.toString(), { shortBy: shortBy.toString() });
  }

  private whyBelow({ rank }: RankedRow): string {
    if (this.exceeded) return 'The must-haves alone exceed the budget: nothing else is funded.';
    return this.isOver && rank !== this.lineRank
      ? `It comes after rank ${this.lineRank ?? '–'}, where the budget ends.`
      : 'Its cost is more than what is left of the budget.';
  }

  private shortBy(cost: Decimal): Decimal {
    const before = this.rule === 'stop' || this.isOver ? this.asked : this.sum;
    return this.budget === undefined ? Decimal.zero : before.plus(cost).minus(this.budget);
  }

  private spend(cost: Decimal): void {
    this.sum = this.sum.plus(cost);
    this.asked = this.asked.plus(cost);
  }
}

/**
 * Draws the line along rows in the order of a ranking: must-haves first, then what is ranked, then what is not, at last what
 * has no known cost.
 */
export const drawLine = (
  rows: readonly RankedRow[],
  costedOf: (id: string) => Costed,
  { rule, budget }: Readonly<{ rule: FundingRule; budget?: DecimalText }>,
): DrawnLine => {
  const limit = budget === undefined ? undefined : Decimal.of(budget);
  const spending = new Spending(rule, limit);
  const costed = rows.map((row) => ({ row, ...costedOf(row.id) }));
  const known = costed.flatMap(({ row, cost, mustHave }): Candidate[] =>
    cost === undefined ? [] : [{ row, cost: Decimal.of(cost), mustHave }],
  );
  const mustHaves = known
    .filter(({ mustHave }) => mustHave !== undefined)
    .map((one) => spending.mustHave(one));
  const mustHavesExceedBudget = spending.exceeded;
  if (mustHavesExceedBudget) spending.close();
  const others = known.filter(({ mustHave }) => mustHave === undefined);
  const ranked = others.filter(({ row }) => row.rank !== null).map((one) => spending.ranked(one));
  return {
    rule,
    budget: limit?.toString() ?? null,
    sum: spending.sum.toString(),
    left: limit?.minus(spending.sum).toString() ?? null,
    lineRank: spending.lineRank,
    mustHavesExceedBudget,
    rows: [
      ...mustHaves,
      ...ranked,
      ...others
        .filter(({ row }) => row.rank === null)
        .map(({ row, cost }) => rowOf(row, 'unranked', row.reason, cost.toString())),
      ...costed
        .filter(({ cost }) => cost === undefined)
        .map(({ row, mustHave }) => costUnknown(row, mustHave)),
    ],
  };
};
