import { decodeOpened, type Aggregate } from './aggregate';
import { open } from './envelope';
import type { EventStore, Position } from './event-store.port';
import type { Command, Event } from './messages';

/** What a command id did in a stream. */
export type Seen = Readonly<{ digest: string; revision: number; position: Position }>;

/** A stream folded up to a revision (-1: it does not exist), with the command ids it has seen. */
export type Fold<S> = Readonly<{
  state: S;
  revision: number;
  position: Position | undefined;
  hash: string | null;
  /** Shared by the folds of one stream and only ever added to: copying it would cost as much as the stream is long. */
  seen: Map<string, Seen>;
}>;

const PAGE = 1_000;

/** The fold of a stream without events. */
export const emptyFold = <S>(initialState: S): Fold<S> => ({
  state: initialState,
  revision: -1,
  position: undefined,
  hash: null,
  seen: new Map(),
});

/** Reads what came after `from` and folds it on top. @throws BrokenEnvelope | UnknownStoredEvent | StoreUnavailable */
export const foldTail = async <S, C extends Command, E extends Event, Code extends string>(
  store: EventStore,
  { decider, codec }: Aggregate<S, C, E, Code>,
  stream: string,
  from: Fold<S>,
): Promise<Fold<S>> => {
  let { state, revision, position, hash } = from;
  const { seen } = from;
  for (;;) {
    const page = await store.read(stream, { from: revision + 1, limit: PAGE });
    for (const stored of page) {
      const opened = open(stored);
      state = decider.evolve(state, decodeOpened(codec, stored, opened));
      ({ revision, position } = stored);
      hash = opened.hash;
      seen.set(opened.meta.commandId, { digest: opened.meta.bodyDigest, revision, position });
    }
    if (page.length < PAGE)
      return page.length === 0 && revision === from.revision
        ? from
        : { state, revision, position, hash, seen };
  }
};
