import { byCodeUnits, type Decimal, type DecimalText } from '@docket/kernel';
import type { Profile } from './profile';
import { creditOf, type ReadyModel } from './ready-model';

/**
 * One key of the order and a component's value on it. The keys, in this order: `score`, `coverage`, then `credit` on each
 * criterion from the heaviest to the lightest (points, or maximum less points for costs; `null`, which comes last, where
 * there is no value), all descending; then `name` and `id` in code-unit order.
 */
export type TieBreakKey =
  | Readonly<{ key: 'score' | 'coverage'; value: DecimalText }>
  | Readonly<{ key: 'credit'; criterion: string; value: DecimalText | null }>
  | Readonly<{ key: 'name' | 'id'; value: string }>;

/** A component with what follows from its values. */
export type Standing = Readonly<{ id: string; name: string; profile: Profile }>;

type ProfileKey = Readonly<{
  compare: (a: Profile, b: Profile) => number;
  show: (profile: Profile) => TieBreakKey;
}>;

/** By name, then by id. */
export const byName = (a: Standing, b: Standing): number =>
  byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id);

const descending = (a: Decimal | undefined, b: Decimal | undefined): number => {
  if (a === b) return 0;
  if (a === undefined) return 1;
  return b === undefined ? -1 : b.compare(a);
};

const creditOn = ({ placements }: Profile, index: number): Decimal | undefined => creditOf(placements[index]);

const profileKeys = ({ criteria, byWeight }: ReadyModel): readonly ProfileKey[] => [
  {
    compare: (a, b) => descending(a.score, b.score),
    show: ({ score }) => ({ key: 'score', value: score?.toString() ?? '' }),
  },
  {
    compare: (a, b) => descending(a.coverage, b.coverage),
    show: ({ coverage }) => ({ key: 'coverage', value: coverage.toString() }),
  },
  ...byWeight.map((index): ProfileKey => ({
    compare: (a, b) => descending(creditOn(a, index), creditOn(b, index)),
    show: (profile) => ({
      key: 'credit',
      criterion: criteria[index]?.criterion.id ?? '',
      value: creditOn(profile, index)?.toString() ?? null,
    }),
  })),
];

/** The order of standings under a model, and the keys that tell two of them apart. */
export type Order = Readonly<{
  compare: (a: Standing, b: Standing) => number;
  /** The keys, with the values of `b`, on which `a` and `b` are compared up to the one that tells them apart. */
  path: (a: Standing | undefined, b: Standing) => readonly TieBreakKey[];
}>;

/** Orders profiles once, so that thousands of components on a few hundred profiles compare whole numbers. */
export const orderOf = (profiles: Iterable<Profile>, model: ReadyModel): Order => {
  const keys = profileKeys(model);
  const apart = (a: Profile, b: Profile): number => keys.findIndex(({ compare }) => compare(a, b) !== 0);
  const compareProfiles = (a: Profile, b: Profile): number => keys[apart(a, b)]?.compare(a, b) ?? 0;
  const places = new Map<Profile, number>();
  const shown = new Map<Profile, readonly TieBreakKey[]>();
  let above: Profile | undefined;
  let place = 0;
  for (const profile of [...new Set(profiles)].sort(compareProfiles)) {
    if (above && apart(above, profile) >= 0) place += 1;
    places.set(profile, place);
    shown.set(
      profile,
      keys.map(({ show }) => show(profile)),
    );
    above = profile;
  }
  const placeOf = ({ profile }: Standing): number => places.get(profile) ?? 0;
  const depth = (a: Standing | undefined, b: Standing): number => {
    if (!a) return 1;
    if (placeOf(a) !== placeOf(b)) return apart(a.profile, b.profile) + 1;
    return keys.length + (a.name === b.name ? 2 : 1);
  };
  return {
    compare: (a, b) => placeOf(a) - placeOf(b) || byName(a, b),
    path: (a, b) => {
      const last: readonly TieBreakKey[] = [
        { key: 'name', value: b.name },
        { key: 'id', value: b.id },
      ];
      return [...(shown.get(b.profile) ?? []), ...last].slice(0, depth(a, b));
    },
  };
};
