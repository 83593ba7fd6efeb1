import { factsHash } from './envelope';
import type { Fold, FoldSource } from './fold';

/** A fold ends at an event that the store has not, or has another in its place. */
export class FoldVoid extends Error {
  override readonly name = 'FoldVoid';
}

/** Reads on behind a fold and looks in the same read whether the store has the very event it ends at. */
export const behindFold = (store: FoldSource, { revision, hash }: Fold<unknown>): FoldSource => ({
  read: async (stream, { from = 0, limit = Infinity } = {}) => {
    if (from !== revision + 1) return store.read(stream, { from, limit });
    const [last, ...behind] = await store.read(stream, { from: revision, limit: limit + 1 });
    if (!last || factsHash(last) !== hash) throw new FoldVoid(`${stream} has lost revision ${revision}.`);
    return behind;
  },
});
