import { Decimal, type DecimalText } from '@docket/kernel';

/** Kendall's W is rounded half-even to this many decimals. */
export const AGREEMENT_PLACES = 12;

/**
 * How far several assessors put the same things in the same order: `value` from 0 (as if by chance) to 1 (all the same), or
 * why there is none; over so many assessors and items.
 */
export type Agreement = Readonly<{
  value: DecimalText | null;
  /** `no-order`: every assessor gives everything the same, so that nothing is put in an order. */
  notAvailable: 'too-few-assessors' | 'too-few-items' | 'no-order' | null;
  assessors: number;
  items: number;
}>;

/** The middle rank of each value, doubled to be whole, and Σ(t³ − t) over the groups of t that are tied. */
const ranked = (values: readonly Decimal[]): Readonly<{ ranks: readonly number[]; ties: Decimal }> => {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value.compare(b.value));
  const ranks = values.map(() => 0);
  let ties = Decimal.zero;
  for (let first = 0, next = 0; first < order.length; first = next) {
    next = first;
    while (next < order.length && order[next]?.value.equals(order[first]?.value ?? Decimal.zero)) next += 1;
    for (const { index } of order.slice(first, next)) ranks[index] = first + 1 + next;
    const t = Decimal.of(next - first);
    ties = ties.plus(t.times(t).times(t).minus(t));
  }
  return { ranks, ties };
};

const coefficient = (given: readonly (readonly Decimal[])[], items: number): DecimalText | null => {
  const [m, n] = [Decimal.of(given.length), Decimal.of(items)];
  const all = given.map(ranked);
  const middle = given.length * (items + 1);
  const squares = Array.from({ length: items }, (_, item) => {
    const off = Decimal.of(all.reduce((sum, { ranks }) => sum + (ranks[item] ?? 0), -middle));
    return off.times(off);
  });
  const cubes = n.times(n).times(n).minus(n);
  const spread = m
    .times(m)
    .times(cubes)
    .minus(m.times(Decimal.sum(all.map(({ ties }) => ties))));
  return spread.isZero
    ? null
    : Decimal.of(3).times(Decimal.sum(squares)).dividedBy(spread, AGREEMENT_PLACES).toString();
};

/**
 * Kendall's coefficient of concordance with the correction for ties, for m assessors (each one list of values, by item) and n
 * items: W = 12 S / (m²(n³ − n) − m ΣT), where S is the sum of squared deviations of the items' rank sums from their mean
 * and T of an assessor is Σ(t³ − t) over the groups of t items tied. Source: M. G. Kendall and B. Babington Smith, "The Problem
 * of m Rankings", Annals of Mathematical Statistics 10 (1939) 275–287; ties as in Kendall, Rank Correlation Methods, ch. 6.
 * Ranks are doubled here, so that S is four times as large and the 12 a 3.
 */
export const kendallsW = (given: readonly (readonly Decimal[])[]): Agreement => {
  const counts = { assessors: given.length, items: given[0]?.length ?? 0 };
  if (counts.assessors < 2) return { value: null, notAvailable: 'too-few-assessors', ...counts };
  if (counts.items < 2) return { value: null, notAvailable: 'too-few-items', ...counts };
  const value = coefficient(given, counts.items);
  return { value, notAvailable: value === null ? 'no-order' : null, ...counts };
};
