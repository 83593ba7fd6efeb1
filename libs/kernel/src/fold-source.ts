import type { Deadline } from './deadline';
import { factsHash } from './envelope';
import type { Fold, FoldSource } from './fold';

/** Reads that wait no longer than a deadline leaves. */
export const beforeDeadline = (store: FoldSource, deadline: Deadline): FoldSource => ({
  read: (stream, options) => store.read(stream, { ...options, withinMs: deadline.patience }),
});

/** A fold ends at an event that the store has not, or has another in its place. */
export class FoldVoid extends Error {
  override readonly name = 'FoldVoid';
}

/** Reads on behind a fold and looks in the same read whether the store has the very event it ends at. */
export const behindFold = (store: FoldSource, { revision, hash }: Fold<unknown>): FoldSource => ({
  read: async (stream, { from = 0, limit = Infinity, ...more } = {}) => {
    if (from !== revision + 1) return store.read(stream, { from, limit, ...more });
    const [last, ...behind] = await store.read(stream, { from: revision, limit: limit + 1, ...more });
    if (!last || factsHash(last) !== hash) throw new FoldVoid(`${stream} has lost revision ${revision}.`);
    return behind;
  },
});
