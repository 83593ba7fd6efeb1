import { decodeOpened, type Aggregate } from './aggregate';
import { factsHash, unfold, type Metadata } from './envelope';
import type { EventStore, Position, StoredEvent } from './event-store.port';
import type { Command, Event } from './messages';
import { later, type Instant } from './time';

/** What a command id did in a stream. */
export type Seen = Readonly<{ digest: string; revision: number; position: Position }>;

/** A stream folded up to a revision (-1: it does not exist), with the command ids it has seen. */
export type Fold<S> = Readonly<{
  state: S;
  revision: number;
  position: Position | undefined;
  hash: string | null;
  /** When the last of its events was recorded; before the first, the beginning of time. */
  recordedAt: Instant;
  /** Shared by the folds of one stream and only ever added to: copying it would cost as much as the stream is long. */
  seen: Map<string, Seen>;
}>;

/** Events read at a time; a stream longer than one page is worth a snapshot. */
export const FOLD_PAGE = 1_000;

/** Earlier than any moment, as texts compare. */
const BEFORE_ALL: Instant = '';

/** The fold of a stream without events. */
export const emptyFold = <S>(initialState: S): Fold<S> => ({
  state: initialState,
  revision: -1,
  position: undefined,
  hash: null,
  recordedAt: BEFORE_ALL,
  seen: new Map(),
});

/** What a fold is read from. */
export type FoldSource = Pick<EventStore, 'read'>;

/** A fold from elsewhere that may be further than the one reached, or none. */
type Shortcut<S> = (reached: Fold<S>) => Promise<Fold<S> | undefined>;

/**
 * Reads what came after `from` and folds it on top. `shortcut` is asked once, where the whole stream is read and goes on
 * behind its first page. @throws BrokenEnvelope | UnknownStoredEvent | StoreUnavailable
 */
export const foldTail = async <S, C extends Command, E extends Event, Code extends string>(
  store: FoldSource,
  aggregate: Aggregate<S, C, E, Code>,
  stream: string,
  from: Fold<S>,
  shortcut?: Shortcut<S>,
): Promise<Fold<S>> => {
  let fold = from;
  for (;;) {
    const isFirst = fold.revision < 0;
    const page = await store.read(stream, { from: fold.revision + 1, limit: FOLD_PAGE });
    fold = foldPage(aggregate, page, fold);
    if (page.length < FOLD_PAGE) return fold;
    if (isFirst) fold = (await shortcut?.(fold)) ?? fold;
  }
};

/**
 * The fold of the events dated before an instant, whatever has come since. @throws BrokenEnvelope | UnknownStoredEvent |
 * StoreUnavailable
 */
export const foldBefore = async <S, C extends Command, E extends Event, Code extends string>(
  store: FoldSource,
  aggregate: Aggregate<S, C, E, Code>,
  stream: string,
  instant: Instant,
): Promise<Fold<S>> => {
  let fold = emptyFold(aggregate.decider.initialState());
  for (;;) {
    const page = await store.read(stream, { from: fold.revision + 1, limit: FOLD_PAGE });
    const since = page.findIndex((stored) => dateOf(unfold(stored)) >= instant);
    fold = foldPage(aggregate, since < 0 ? page : page.slice(0, since), fold);
    if (since >= 0 || page.length < FOLD_PAGE) return fold;
  }
};

/** When the organisation knew it, which is when it was recorded, but for imported history. */
const dateOf = ({ meta: { knownAt, recordedAt } }: Readonly<{ meta: Metadata }>): Instant =>
  knownAt ?? recordedAt;

const foldPage = <S, C extends Command, E extends Event, Code extends string>(
  { decider, codec }: Aggregate<S, C, E, Code>,
  page: readonly StoredEvent[],
  from: Fold<S>,
): Fold<S> => {
  const last = page.at(-1);
  if (!last) return from;
  let { state, recordedAt } = from;
  for (const stored of page) {
    const opened = unfold(stored);
    const { revision, position } = stored;
    state = decider.evolve(state, decodeOpened(codec, stored, opened));
    recordedAt = later(recordedAt, opened.meta.recordedAt);
    from.seen.set(opened.meta.commandId, { digest: opened.meta.bodyDigest, revision, position });
  }
  const { revision, position } = last;
  return { state, revision, position, hash: factsHash(last), recordedAt, seen: from.seen };
};
