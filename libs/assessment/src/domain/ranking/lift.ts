import { bySize, changesOf, withChange, type Change } from './change';
import { profiler } from './profile';
import { rankPlaced, type Placed, type RankedRow } from './rank';
import type { ReadyModel } from './ready-model';

/** The smallest single change of a component that brings it where it is wanted, and the ranking with it made. */
export type Lift = Readonly<{ change: Change; rows: readonly RankedRow[] }>;

/**
 * The smallest change of one figure of a component after which it stands where it is wanted, verified by ranking all
 * components again with the change made; values that are missing may be given. Undefined where no single change does.
 */
export const smallestLift = (
  placed: readonly Placed[],
  id: string,
  model: ReadyModel,
  isThere: (rows: readonly RankedRow[], change: Change) => boolean,
): Lift | undefined => {
  const component = placed.find((one) => one.id === id);
  if (!component) return undefined;
  const changes = changesOf(component, { model, profileFor: profiler(model), fillsGaps: true });
  for (const change of [...changes].sort(bySize(id))) {
    const rows = rankPlaced(withChange(placed, change), model);
    if (isThere(rows, change)) return { change, rows };
  }
  return undefined;
};
