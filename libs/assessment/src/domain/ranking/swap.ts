import { bySize, changesOf, withChange, type Change } from './change';
import { orderOf, type Standing } from './order';
import { profiler } from './profile';
import { rankPlaced, type Placed, type RankedRow } from './rank';
import type { ReadyModel } from './ready-model';
import { standingOf } from './standings';

/** The smallest single change that puts two ranked components in the other order, and the ranking with it made. */
export type Swap = Readonly<{ change: Change; rows: readonly RankedRow[] }>;

type Pair = Readonly<{ here: Placed; there: Placed }>;

const rankIn = (rows: readonly RankedRow[], id: string): number =>
  rows.find((row) => row.id === id)?.rank ?? Infinity;

/** Every single change of one of the two, smallest first. */
const changesOfPair = ({ here, there }: Pair, model: ReadyModel): readonly Change[] => {
  const profileFor = profiler(model);
  return [here, there].flatMap((one) => changesOf(one, { model, profileFor })).sort(bySize(here.id));
};

/** Those changes after which the two compare the other way: no other component enters a comparison. */
const swapping = (
  changes: readonly Change[],
  { here, there }: Pair,
  model: ReadyModel,
): readonly Change[] => {
  const profileFor = profiler(model);
  const [a, b] = [standingOf(here, profileFor), standingOf(there, profileFor)];
  const { compare } = orderOf([a.profile, b.profile, ...changes.map(({ profile }) => profile)], model);
  const changed = (standing: Standing, { id, profile }: Change): Standing =>
    standing.id === id ? { ...standing, profile } : standing;
  const isAbove = compare(a, b) < 0;
  return changes.filter((change) => compare(changed(a, change), changed(b, change)) < 0 !== isAbove);
};

/**
 * The smallest change of one figure of one of two ranked components that swaps them: by the change of its weighted contribution,
 * of equal ones the component asked for (`here`) first, then the heavier criterion, then by name. Verified by ranking all
 * components again with the change made. Undefined where no single change does.
 */
export const smallestSwap = (placed: readonly Placed[], pair: Pair, model: ReadyModel): Swap | undefined => {
  const { here, there } = pair;
  const before = rankPlaced(placed, model);
  const stoodAbove = rankIn(before, here.id) < rankIn(before, there.id);
  for (const change of swapping(changesOfPair(pair, model), pair, model)) {
    const rows = rankPlaced(withChange(placed, change), model);
    if (rankIn(rows, here.id) < rankIn(rows, there.id) !== stoodAbove) return { change, rows };
  }
  return undefined;
};
