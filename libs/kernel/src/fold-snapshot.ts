import type { Aggregate } from './aggregate';
import { open } from './envelope';
import { FOLD_PAGE, foldTail, type Fold, type FoldSource } from './fold';
import type { FoldSnapshots } from './fold-snapshots.port';
import type { Command, Event } from './messages';

const loadQuietly = async (snapshots: FoldSnapshots, stream: string) => {
  try {
    return await snapshots.load(stream);
  } catch {
    return undefined;
  }
};

/** The fold that was kept of the stream, if it is further than the one reached and the store holds the event it ends at. */
const takeSnapshot = async <S>(
  snapshots: FoldSnapshots,
  store: FoldSource,
  stream: string,
  reached: Fold<S>,
): Promise<Fold<S> | undefined> => {
  const kept = await loadQuietly(snapshots, stream);
  if (!kept || kept.revision <= reached.revision) return undefined;
  const { revision, position, hash } = kept;
  const [last] = await store.read(stream, { from: revision, limit: 1 });
  if (last?.revision !== revision || last.position !== position) return undefined;
  const opened = open(last);
  if (opened.hash !== hash) return undefined;
  const { recordedAt } = opened.meta;
  // the caller knows the state's type, because one category has one aggregate and the snapshot is of this code
  return { state: kept.state as S, revision, position, hash, recordedAt, seen: new Map(kept.seen) };
};

/** Keeps the fold, beside what goes on: nobody waits for it, and nobody minds when it fails. */
const keepSnapshot = async (snapshots: FoldSnapshots, stream: string, fold: Fold<unknown>): Promise<void> => {
  const { state, revision, position, hash } = fold;
  if (position === undefined || hash === null) return;
  const seen = [...fold.seen].filter(([, one]) => one.revision <= revision);
  try {
    await snapshots.save(stream, { revision, position, hash, state, seen });
  } catch {
    // the next page is another chance
  }
};

const pagesOf = ({ revision }: Fold<unknown>): number => Math.floor((revision + 1) / FOLD_PAGE);

/** As `foldTail`, with a snapshot as a shortcut and a new one kept whenever the stream has grown by another page. */
export const foldWithSnapshots = async <S, C extends Command, E extends Event, Code extends string>(
  snapshots: FoldSnapshots,
  store: FoldSource,
  aggregate: Aggregate<S, C, E, Code>,
  stream: string,
  from: Fold<S>,
): Promise<Fold<S>> => {
  let kept = from;
  const fold = await foldTail(store, aggregate, stream, from, async (reached) => {
    const taken = await takeSnapshot<S>(snapshots, store, stream, reached);
    kept = taken ?? kept;
    return taken;
  });
  if (pagesOf(fold) > pagesOf(kept)) void keepSnapshot(snapshots, stream, fold);
  return fold;
};
