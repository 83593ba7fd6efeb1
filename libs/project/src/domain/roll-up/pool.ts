import type { Decimal } from '@docket/kernel';
import { isEarnedAboveBudget, type Amounts } from '../earned-value/performance';

/** What figures of a component are made of, as far as it is known, in the portfolio's currency. */
export type PoolAmounts = Amounts & Readonly<{ forecast?: Decimal; benefits?: Decimal }>;

/** Amounts that are needed together: a component that lacks one of a group is in none of its sums. */
const GROUPS = {
  pv: ['pv'],
  ev: ['ev'],
  ac: ['ac'],
  bac: ['bac'],
  forecast: ['forecast'],
  benefits: ['benefits'],
  plan: ['pv', 'ev'],
  cost: ['ev', 'ac'],
  bacCost: ['bac', 'ev', 'ac'],
  bacPlan: ['bac', 'ev', 'ac', 'pv'],
} as const satisfies Record<string, readonly (keyof PoolAmounts)[]>;

type Group = keyof typeof GROUPS;
type Sums = Readonly<{ used: number; amounts: PoolAmounts }>;

/** Sums by group over components that count: `eligible` is how many these are, `used` how many of them have the whole group. */
export type Pool = Readonly<{ eligible: number; groups: Readonly<Record<Group, Sums>> }>;

const NOTHING: Sums = { used: 0, amounts: {} };

const forEachGroup = (
  sums: (names: readonly (keyof PoolAmounts)[], group: Group) => Sums,
): Pool['groups'] => ({
  pv: sums(GROUPS.pv, 'pv'),
  ev: sums(GROUPS.ev, 'ev'),
  ac: sums(GROUPS.ac, 'ac'),
  bac: sums(GROUPS.bac, 'bac'),
  forecast: sums(GROUPS.forecast, 'forecast'),
  benefits: sums(GROUPS.benefits, 'benefits'),
  plan: sums(GROUPS.plan, 'plan'),
  cost: sums(GROUPS.cost, 'cost'),
  bacCost: sums(GROUPS.bacCost, 'bacCost'),
  bacPlan: sums(GROUPS.bacPlan, 'bacPlan'),
});

export const EMPTY_POOL: Pool = { eligible: 0, groups: forEachGroup(() => NOTHING) };

/** What is left of a budget is not added up of a component that earned more than it: as its own figures do not tell it. */
const hasAll = (amounts: PoolAmounts, names: readonly (keyof PoolAmounts)[]): boolean =>
  names.every((name) => amounts[name] !== undefined) &&
  !(names.includes('bac') && names.includes('ev') && isEarnedAboveBudget(amounts));

/** One component that counts. */
export const poolOf = (amounts: PoolAmounts): Pool => ({
  eligible: 1,
  groups: forEachGroup((names) =>
    hasAll(amounts, names)
      ? { used: 1, amounts: Object.fromEntries(names.map((name) => [name, amounts[name]])) }
      : NOTHING,
  ),
});

const added = (a: Sums, b: Sums, names: readonly (keyof PoolAmounts)[]): Sums => {
  if (a.used === 0) return b;
  if (b.used === 0) return a;
  const sum = (name: keyof PoolAmounts) => {
    const [one, other] = [a.amounts[name], b.amounts[name]];
    return one && other ? one.plus(other) : (one ?? other);
  };
  return { used: a.used + b.used, amounts: Object.fromEntries(names.map((name) => [name, sum(name)])) };
};

/** Two pools of different components as one. */
export const pooledTogether = (a: Pool, b: Pool): Pool => ({
  eligible: a.eligible + b.eligible,
  groups: forEachGroup((names, group) => added(a.groups[group], b.groups[group], names)),
});
