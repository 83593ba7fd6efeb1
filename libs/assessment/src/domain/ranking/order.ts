import type { Decimal, DecimalText } from '@docket/kernel';
import type { ReadyModel } from './ready-model';
import type { Standing } from './standing';

/**
 * One key of the order and a component's value on it. The keys, in this order: `score`, `coverage`, then `credit` on each
 * criterion from the heaviest to the lightest (points, or maximum less points for costs; `null`, which comes last, where
 * there is no value), all descending; then `name` and `id` in code-unit order.
 */
export type TieBreakKey =
  | Readonly<{ key: 'score' | 'coverage'; value: DecimalText }>
  | Readonly<{ key: 'credit'; criterion: string; value: DecimalText | null }>
  | Readonly<{ key: 'name' | 'id'; value: string }>;

type OrderKey = Readonly<{
  compare: (a: Standing, b: Standing) => number;
  show: (standing: Standing) => TieBreakKey;
}>;

/** Negative, zero or positive by code units: the same on every machine, unlike collations. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const descending = (a: Decimal | undefined, b: Decimal | undefined): number => {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined ? -1 : b.compare(a);
};

const creditOf = (standing: Standing, index: number): Decimal | undefined => {
  const placement = standing.placements[index];
  return placement && 'anchor' in placement ? placement.anchor.credit : undefined;
};

/** The keys by which standings are ordered under a model; the last, the id, differs always. */
export const orderKeys = ({ criteria, byWeight }: ReadyModel): readonly OrderKey[] => [
  {
    compare: (a, b) => descending(a.score, b.score),
    show: ({ score }) => ({ key: 'score', value: score?.toString() ?? '' }),
  },
  {
    compare: (a, b) => descending(a.coverage, b.coverage),
    show: ({ coverage }) => ({ key: 'coverage', value: coverage.toString() }),
  },
  ...byWeight.map((index): OrderKey => ({
    compare: (a, b) => descending(creditOf(a, index), creditOf(b, index)),
    show: (standing) => ({
      key: 'credit',
      criterion: criteria[index]?.criterion.id ?? '',
      value: creditOf(standing, index)?.toString() ?? null,
    }),
  })),
  { compare: (a, b) => byCodeUnits(a.name, b.name), show: ({ name }) => ({ key: 'name', value: name }) },
  { compare: (a, b) => byCodeUnits(a.id, b.id), show: ({ id }) => ({ key: 'id', value: id }) },
];

/** Compares by the keys in turn. */
export const inOrder =
  (keys: readonly OrderKey[]) =>
  (a: Standing, b: Standing): number => {
    for (const { compare } of keys) {
      const found = compare(a, b);
      if (found !== 0) return found;
    }
    return 0;
  };

/** Index of the first key on which two standings differ. */
const separation = (keys: readonly OrderKey[], a: Standing, b: Standing | undefined): number =>
  b
    ? Math.max(
        keys.findIndex(({ compare }) => compare(a, b) !== 0),
        0,
      )
    : 0;

/**
 * The keys, with its values, by which a standing is told from the one above it and the one below it: only the score where
 * both have another score, further keys as far as the closer of the two shares the earlier ones.
 */
export const tieBreakPath = (
  keys: readonly OrderKey[],
  standing: Standing,
  above: Standing | undefined,
  below: Standing | undefined,
): readonly TieBreakKey[] => {
  const depth = Math.max(separation(keys, standing, above), separation(keys, standing, below));
  return keys.slice(0, depth + 1).map(({ show }) => show(standing));
};
