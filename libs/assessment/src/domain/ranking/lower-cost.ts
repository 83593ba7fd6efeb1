import { Decimal, type DecimalText } from '@docket/kernel';
import { COST_INPUT, countingAt, fundedCost, type CostBasis } from '../measures/funded-cost';
import type { InputChange } from '../measures/inputs';
import type { MeasuredComponent } from '../measures/measures';
import type { FundingRow } from './funding-line';
import type { Lifted } from './lift';
import { valuesToStep } from './number-change';
import { keyOf, profiler } from './profile';
import { placementsOf } from './rank';
import { reranker, type PlainRow } from './rerank';

/**
 * The most, above nothing, that a component may count at to stand above the line: `cost` instead of `from`, which is `less` of it, and the rank it
 * then has, with everything that reads the cost measured again.
 */
export type LowerCost = Readonly<{
  basis: CostBasis;
  from: DecimalText;
  cost: DecimalText;
  less: DecimalText;
  rank: number | null;
}>;

/** Where a component, as changed, stands towards a line drawn along a ranking. */
export type LineTowards = (rows: readonly PlainRow[], component: MeasuredComponent) => FundingRow | undefined;

/** Whether it is a smaller change of the very amount that a change is of. */
export const isSmallerThan = ({ basis, less }: LowerCost, { input, from, to }: InputChange): boolean =>
  input === COST_INPUT[basis] &&
  from !== null &&
  Decimal.of(to).minus(Decimal.of(from)).absolute().compare(Decimal.of(less)) > 0;

type AtCost = Readonly<{ cost: Decimal; component: MeasuredComponent; key: string }>;

const isSome = (cost: Decimal): boolean => cost.compare(Decimal.zero) > 0;

/** The component at each cost, from the present one down, where a criterion that reads the cost comes to another step. */
const stepsDown = ({ component, model }: Lifted, basis: CostBasis, present: Decimal): readonly AtCost[] => {
  const input = COST_INPUT[basis];
  const costs = input ? valuesToStep(component, input, model) : [];
  const below = costs
    .filter((cost) => isSome(cost) && cost.compare(present) < 0)
    .sort((a, b) => b.compare(a));
  const all = [present, ...below].flatMap((cost): readonly AtCost[] => {
    const changed = countingAt(component, basis, cost);
    return changed ? [{ cost, component: changed, key: placementsOf(changed, model).map(keyOf).join() }] : [];
  });
  return all.filter(({ key }, at) => key !== all[at - 1]?.key);
};

/**
 * From the present cost down, step by step of what reads it: at each the component is ranked and the line drawn again; between two
 * steps nothing but the sum changes, so that what the budget lacks is what it has to cost less. Undefined where no cost is
 * low enough.
 */
export const lowerCost = (lifted: Lifted, towards: LineTowards): LowerCost | undefined => {
  const { placed, component, model } = lifted;
  const counted = fundedCost(component);
  if (!counted) return undefined;
  const { basis, amount } = counted;
  const steps = stepsDown(lifted, basis, Decimal.of(amount));
  const profileFor = profiler(model);
  const profileOf = (one: MeasuredComponent) => profileFor(placementsOf(one, model));
  const ranked = reranker(
    placed,
    component,
    model,
    steps.map((step) => profileOf(step.component)),
  );
  const rowAt = (step: MeasuredComponent, one: MeasuredComponent) => towards(ranked(profileOf(step)), one);
  const told = (cost: Decimal, row: FundingRow): LowerCost => ({
    basis,
    from: amount,
    cost: cost.toString(),
    less: Decimal.of(amount).minus(cost).toString(),
    rank: row.rank,
  });
  for (const [at, step] of steps.entries()) {
    const row = rowAt(step.component, step.component);
    if (row?.funded === 'above' && at > 0) return told(step.cost, row);
    const cost = step.cost.minus(Decimal.of(row?.shortBy ?? '0'));
    const next = steps[at + 1]?.cost;
    const changed = countingAt(component, basis, cost);
    if (!row?.shortBy || !changed || !isSome(cost) || (next && cost.compare(next) <= 0)) continue;
    const there = rowAt(step.component, changed);
    if (there?.funded === 'above') return told(cost, there);
  }
  return undefined;
};
