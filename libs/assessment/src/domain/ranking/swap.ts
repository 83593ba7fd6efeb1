import type { MeasuredComponent } from '../measures/measures';
import { bySize, changesOf, withChange, type Change } from './change';
import { orderOf, type Standing } from './order';
import { profiler } from './profile';
import { placementsOf, rankPlaced, type Placed, type RankedRow } from './rank';
import type { ReadyModel } from './ready-model';
import { isRanked, standingOf } from './standings';

/** The smallest single change that puts two ranked components in the other order, and the ranking with it made. */
export type Swap = Readonly<{ change: Change; rows: readonly RankedRow[] }>;

type Pair = Readonly<{ here: MeasuredComponent; there: MeasuredComponent }>;

const rankIn = (rows: readonly RankedRow[], id: string): number =>
  rows.find((row) => row.id === id)?.rank ?? Infinity;

/** Those changes of one of the two, smallest first, after which they compare the other way: nobody else enters a comparison. */
const swapping = ({ here, there }: Pair, model: ReadyModel) => {
  const profileFor = profiler(model);
  const changes = [here, there].flatMap((one) => changesOf(one, { model, profileFor })).sort(bySize(here.id));
  const standing = (one: MeasuredComponent): Standing =>
    standingOf({ ...one, placements: placementsOf(one, model) }, profileFor);
  const [a, b] = [standing(here), standing(there)];
  const { compare } = orderOf([a.profile, b.profile, ...changes.map(({ profile }) => profile)], model);
  const changed = (one: Standing, { id, profile }: Change): Standing =>
    one.id === id ? { ...one, profile } : one;
  const isAbove = compare(a, b) < 0;
  const swaps = (change: Change) =>
    isRanked(changed(a, change)) &&
    isRanked(changed(b, change)) &&
    compare(changed(a, change), changed(b, change)) < 0 !== isAbove;
  return { changes: changes.filter(swaps), isAbove };
};

/**
 * The smallest change of one input of one of two ranked components that swaps them (`bySize`, the component asked for being
 * `here`). Verified by ranking all components again with the change made. Undefined where no single change does.
 */
export const smallestSwap = (placed: readonly Placed[], pair: Pair, model: ReadyModel): Swap | undefined => {
  const { changes, isAbove } = swapping(pair, model);
  for (const change of changes) {
    const rows = rankPlaced(withChange(placed, change), model);
    if (rankIn(rows, pair.here.id) < rankIn(rows, pair.there.id) !== isAbove) return { change, rows };
  }
  return undefined;
};
