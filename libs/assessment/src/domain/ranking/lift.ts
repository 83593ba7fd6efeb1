import type { MeasuredComponent } from '../measures/measures';
import { bySize, changesOf, withChange, type Change } from './change';
import { profiler } from './profile';
import { rankPlaced, type Placed, type RankedRow } from './rank';
import type { ReadyModel } from './ready-model';
import { reranker, type PlainRow } from './rerank';

/** The smallest single change of a component that brings it where it is wanted, and the ranking with it made. */
export type Lift = Readonly<{ change: Change; rows: readonly RankedRow[] }>;

/** A component among all that are placed by a model. */
export type Lifted = Readonly<{ placed: readonly Placed[]; component: MeasuredComponent; model: ReadyModel }>;

/** Whether a component, as changed, stands where it is wanted in a ranking. */
export type IsThere = (rows: readonly PlainRow[], component: MeasuredComponent) => boolean;

/**
 * The smallest change of one input of a component after which it stands where it is wanted, verified by ranking all
 * components again with the change made; values that are missing may be given. Undefined where no single change does.
 */
export const smallestLift = ({ placed, component, model }: Lifted, isThere: IsThere): Lift | undefined => {
  const changes = changesOf(component, { model, profileFor: profiler(model), fillsGaps: true });
  const ranked = reranker(
    placed,
    component,
    model,
    changes.map(({ profile }) => profile),
  );
  for (const change of [...changes].sort(bySize(component.id))) {
    if (!isThere(ranked(change.profile), change.component)) continue;
    const rows = rankPlaced(withChange(placed, change), model);
    if (isThere(rows, change.component)) return { change, rows };
  }
  return undefined;
};
