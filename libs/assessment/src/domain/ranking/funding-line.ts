import { Decimal, type DecimalText } from '@docket/kernel';
import type { CostDifference, FundedCost } from '../measures/funded-cost';
import type { MustHaveMark } from '../measures/measures';
import type { PlainRow } from './rerank';

/**
 * How a budget is spent along a ranking. `stop`: the first component that breaches it ends it, and all after stand below.
 * `fill`: what breaches it is passed over, and what fits after it still stands above. Both go by rank, neither looks for the
 * best mix: the most value under a budget can be more than either reaches.
 */
export type FundingRule = 'stop' | 'fill';

/** What a component counts at and whether it is a must-have, beside its place in the ranking. */
export type Costed = Readonly<{
  cost?: FundedCost | undefined;
  mustHave?: MustHaveMark | undefined;
  differsFromBaseline?: CostDifference | null;
}>;

/**
 * Where a component stands towards the line. `cost-unknown`: its cost is not known and it takes no part, must-have or not;
 * `unranked`: it has no rank to be funded by.
 */
export type Funded = 'must-have' | 'above' | 'below' | 'unranked' | 'cost-unknown';

/**
 * One component towards the line; amounts in the portfolio's currency. `cumulated`: all that is spent with it and those
 * before it, where it is funded. `shortBy`: where it stands below, what the budget lacks for it as the rule goes: under `stop` all
 * that stands before it comes first, under `fill` all that is funded before it; where the must-haves alone exceed the budget, all that
 * stands before it, by either rule.
 */
export type FundingRow = Readonly<{
  funded: Funded;
  rank: number | null;
  id: string;
  name: string;
  score: DecimalText | null;
  /** What it counts at, and where that comes from. */
  cost: FundedCost | null;
  cumulated: DecimalText | null;
  shortBy: DecimalText | null;
  mustHave: MustHaveMark | null;
  /** What its case or its report gives now, where that is not what was committed. */
  differsFromBaseline: CostDifference | null;
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

type Asking = Readonly<{ row: PlainRow }> & Costed;
type Candidate = Asking & Readonly<{ exact: Decimal }>;

const rowOf = (
  { row, cost, mustHave, differsFromBaseline = null }: Asking,
  funded: Funded,
  reason: string,
  { cumulated = null, shortBy = null }: Partial<Pick<FundingRow, 'cumulated' | 'shortBy'>> = {},
): FundingRow => {
  const { rank, id, name, score } = row;
  const spent = { cost: cost ?? null, cumulated, shortBy };
  return { funded, rank, id, name, score, ...spent, mustHave: mustHave ?? null, differsFromBaseline, reason };
};

const costUnknown = (asking: Asking): FundingRow =>
  rowOf(
    asking,
    'cost-unknown',
    `${asking.mustHave ? `A must-have (${asking.mustHave.reason}), but no` : 'No'} report that stands and no business case gives its whole-life cost: it takes no part.`,
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

  mustHave(candidate: Candidate, reason: string): FundingRow {
    this.spend(candidate.exact);
    return rowOf(candidate, 'must-have', reason, { cumulated: this.sum.toString() });
  }

  /** Must-haves alone are too much: nothing else is funded. */
  close(): void {
    this.isOver = true;
  }

  ranked(candidate: Candidate): FundingRow {
    const shortBy = this.shortBy(candidate.exact);
    if (this.isOver || shortBy.compare(Decimal.zero) > 0) return this.below(candidate, shortBy);
    this.spend(candidate.exact);
    const cumulated = this.sum.toString();
    return rowOf(candidate, 'above', 'Its cost fits into what is left of the budget.', { cumulated });
  }

  private below(candidate: Candidate, shortBy: Decimal): FundingRow {
    const reason = this.whyBelow();
    this.asked = this.asked.plus(candidate.exact);
    this.lineRank ??= candidate.row.rank;
    this.isOver ||= this.rule === 'stop';
    return rowOf(candidate, 'below', reason, { shortBy: shortBy.toString() });
  }

  private whyBelow(): string {
    if (this.exceeded) return 'The must-haves alone exceed the budget: nothing else is funded.';
    return this.isOver
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
  rows: readonly PlainRow[],
  costedOf: (id: string) => Costed,
  { rule, budget }: Readonly<{ rule: FundingRule; budget?: DecimalText }>,
): DrawnLine => {
  const limit = budget === undefined ? undefined : Decimal.of(budget);
  const spending = new Spending(rule, limit);
  const asking = rows.map((row): Asking => ({ row, ...costedOf(row.id) }));
  const known = asking.flatMap((one): Candidate[] =>
    one.cost === undefined ? [] : [{ ...one, exact: Decimal.of(one.cost.amount) }],
  );
  const mustHaves = known.flatMap((one) =>
    one.mustHave ? [spending.mustHave(one, one.mustHave.reason)] : [],
  );
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
      ...others.filter(({ row }) => row.rank === null).map((one) => rowOf(one, 'unranked', one.row.reason)),
      ...asking.filter(({ cost }) => cost === undefined).map(costUnknown),
    ],
  };
};
