import type { Seen } from './fold';
import type { Position } from './event-store.port';

/** A fold as it is kept outside the process: the state after the event at `revision`, whose facts have that hash. */
export type FoldSnapshot = Readonly<{
  revision: number;
  position: Position;
  hash: string;
  /** The state of the decider: null, booleans, numbers, strings, undefined, and lists, plain objects, Maps and Sets of these. */
  state: unknown;
  seen: readonly (readonly [commandId: string, seen: Seen])[];
}>;

/** Folds of long streams, kept beside the log: a cache, never truth. Losing, refusing or damaging one costs time only. */
export interface FoldSnapshots {
  /** The snapshot kept last, `undefined` where there is none that this code and this log can use. May fail. */
  load(stream: string): Promise<FoldSnapshot | undefined>;
  /** Keeps it in the place of the one before. May fail. */
  save(stream: string, snapshot: FoldSnapshot): Promise<void>;
}
