import { Decimal, type DecimalText } from '@docket/kernel';
import type { NumberInput } from './inputs';
import type { MeasuredComponent } from './measures';

/** Where the cost that a funding line counts comes from. */
export type CostBasis = 'baseline' | 'business-case' | 'reported';

/** What a component counts at, in the portfolio's currency. */
export type FundedCost = Readonly<{ amount: DecimalText; basis: CostBasis }>;

type Costs = Pick<MeasuredComponent, 'baselineCost' | 'caseCost' | 'wholeLifeCost' | 'isProposal'>;

/**
 * What a component counts at along a funding line: what a body committed, its current baseline; a proposal, and what has neither
 * baseline nor report, what its business case asks for; imported work what was last reported.
 */
export const fundedCost = ({
  baselineCost,
  caseCost,
  wholeLifeCost,
  isProposal = false,
}: Costs): FundedCost | undefined => {
  if (baselineCost !== undefined) return { amount: baselineCost, basis: 'baseline' };
  if (caseCost !== undefined && (isProposal || wholeLifeCost === undefined))
    return { amount: caseCost, basis: 'business-case' };
  return wholeLifeCost === undefined ? undefined : { amount: wholeLifeCost, basis: 'reported' };
};

/** What a business case and a report give instead of the current baseline; null where they give the same or nothing. */
export type CostDifference = Readonly<{
  baseline: DecimalText;
  businessCase: DecimalText | null;
  reported: DecimalText | null;
}>;

/** Where the present cost is not the one of the current baseline; null where it is, or where there is no baseline. */
export const costDifference = ({
  baselineCost: baseline,
  caseCost,
  wholeLifeCost,
}: Costs): CostDifference | null => {
  if (baseline === undefined) return null;
  const other = (cost: DecimalText | undefined) =>
    cost === undefined || Decimal.of(cost).equals(Decimal.of(baseline)) ? null : cost;
  const [businessCase, reported] = [other(caseCost), other(wholeLifeCost)];
  return businessCase === null && reported === null ? null : { baseline, businessCase, reported };
};

/** The input that holds the cost of each basis; a baseline is no input: a decision sets it. */
export const COST_INPUT: Readonly<Record<CostBasis, NumberInput | undefined>> = {
  baseline: undefined,
  'business-case': 'case-cost',
  reported: 'reported-cost',
};

/** A component that counts at another cost, and everything that its cost feeds with it; undefined where it cannot. */
export const countingAt = (
  component: MeasuredComponent,
  basis: CostBasis,
  cost: Decimal,
): MeasuredComponent | undefined => {
  const amount = cost.toString();
  if (cost.isNegative) return undefined;
  switch (basis) {
    case 'baseline':
      return { ...component, baselineCost: amount };
    case 'business-case':
      return { ...component, caseCost: amount };
    case 'reported':
      return { ...component, wholeLifeCost: amount };
  }
};
