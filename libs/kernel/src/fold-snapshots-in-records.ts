import type { Seen } from './fold';
import type { FoldSnapshot, FoldSnapshots } from './fold-snapshots.port';
import type { Records } from './records.port';
import { stateIn, stateText } from './state-text';

/** The kind of record that folds are kept as. They hold words: who redacts a log erases all of them. */
export const FOLD_SNAPSHOT = 'fold-snapshot';

/** What a snapshot is of: another log or other code can use nothing of it. */
export type SnapshotOrigin = Readonly<{ log: string; codeVersion: string }>;

type Kept = Readonly<Partial<Record<keyof FoldSnapshot | keyof SnapshotOrigin, unknown>>>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isSeen = (entry: unknown): entry is readonly [string, Seen] => {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string' || !isObject(entry[1])) return false;
  const { digest, revision, position } = entry[1];
  return typeof digest === 'string' && Number.isSafeInteger(revision) && typeof position === 'string';
};

/** What was kept, if it is whole and of this origin. */
const snapshotIn = (kept: Kept, { log, codeVersion }: SnapshotOrigin): FoldSnapshot | undefined => {
  const { revision, position, hash, state, seen } = kept;
  if (kept.log !== log || kept.codeVersion !== codeVersion) return undefined;
  if (typeof revision !== 'number' || typeof position !== 'string' || typeof hash !== 'string')
    return undefined;
  if (typeof state !== 'string' || !Array.isArray(seen) || !seen.every(isSeen)) return undefined;
  return { revision, position, hash, state: stateIn(state), seen };
};

/** Keeps folds as records, one to a stream. A state that cannot be written down faithfully is not kept. */
export const foldSnapshotsIn = (records: Records, origin: SnapshotOrigin): FoldSnapshots => ({
  load: async (stream) => {
    const entry = await records.get(FOLD_SNAPSHOT, stream);
    if (!entry) return undefined;
    const kept: unknown = JSON.parse(Buffer.from(entry.bytes).toString('utf8'));
    return isObject(kept) ? snapshotIn(kept, origin) : undefined;
  },
  save: async (stream, snapshot) => {
    const kept: Kept = { ...origin, ...snapshot, state: stateText(snapshot.state) };
    await records.put(FOLD_SNAPSHOT, stream, Buffer.from(JSON.stringify(kept)));
  },
});
