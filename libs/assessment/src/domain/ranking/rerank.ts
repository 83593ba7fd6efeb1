import { orderOf, byName, type Standing } from './order';
import { profiler, type Profile } from './profile';
import type { Placed, RankedRow } from './rank';
import type { ReadyModel } from './ready-model';
import { isRanked, standingOf } from './standings';

/** A row of a ranking without what tells it from its neighbours. */
export type PlainRow = Pick<RankedRow, 'rank' | 'id' | 'name' | 'score' | 'reason'>;

const plain = ({ id, name, profile: { shown } }: Standing, rank: number | null): PlainRow => ({
  rank,
  id,
  name,
  score: shown.score,
  reason: shown.reason,
});

/** How many of these sorted ones stand before it. */
const placeIn = (
  sorted: readonly Standing[],
  one: Standing,
  compare: (a: Standing, b: Standing) => number,
): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other && compare(other, one) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Ranks all again, with one of them on another profile, as `rankPlaced` does, time after time: the others are put in order once,
 * and only the changed one in its place among them. `reached` are the profiles it may be given.
 */
export const reranker = (
  placed: readonly Placed[],
  { id, name }: Readonly<{ id: string; name: string }>,
  model: ReadyModel,
  reached: readonly Profile[],
): ((profile: Profile) => readonly PlainRow[]) => {
  const profileFor = profiler(model);
  const others = placed.filter((one) => one.id !== id).map((one) => standingOf(one, profileFor));
  const { compare } = orderOf([...others.map(({ profile }) => profile), ...reached], model);
  const ranked = others.filter(isRanked).sort(compare);
  const unranked = others.filter((one) => !isRanked(one)).sort(byName);
  const inPlace = (sorted: readonly Standing[], one: Standing, order: typeof compare) =>
    sorted.toSpliced(placeIn(sorted, one, order), 0, one);
  return (profile) => {
    const changed = { id, name, profile };
    const first = isRanked(changed) ? inPlace(ranked, changed, compare) : ranked;
    const last = isRanked(changed) ? unranked : inPlace(unranked, changed, byName);
    return [...first.map((one, at) => plain(one, at + 1)), ...last.map((one) => plain(one, null))];
  };
};
