import type { Codec } from './codec';
import type { Decider } from './decider';
import { BrokenEnvelope, unfold, type Recorded, type Unfolded } from './envelope';
import type { StoredEvent } from './event-store.port';
import type { Command, Event } from './messages';

/** A decider, where its streams live, how its events are stored, and on which portfolio's timeline they stand. */
export type Aggregate<S, C extends Command, E extends Event, Code extends string> = Readonly<{
  category: string;
  decider: Decider<S, C, E, Code>;
  codec: Codec<E>;
  /** The portfolio an aggregate in this state belongs to; `undefined` while it belongs to none. */
  portfolioOf: (state: S) => string | undefined;
}>;

/** What an event says of itself is what the store says of it: else it stands where another one stood. @throws BrokenEnvelope */
const assertInPlace = ({ id, type, stream, revision }: StoredEvent, opened: Unfolded): void => {
  const { meta } = opened;
  if (opened.id === id && opened.type === type && meta.stream === stream && meta.revision === revision)
    return;
  throw new BrokenEnvelope(
    `${stream}@${revision}: it was written as ${opened.type} ${opened.id} at ${meta.stream}@${meta.revision}, and stands here as ${type} ${id}.`,
  );
};

/** An opened envelope in the current shape of its context. @throws UnknownStoredEvent | BrokenEnvelope where it is not in its place */
export const decodeOpened = <E extends Event>(
  codec: Pick<Codec<E>, 'decode'>,
  stored: StoredEvent,
  opened: Unfolded,
): Recorded<E> => {
  assertInPlace(stored, opened);
  return {
    ...codec.decode({ type: opened.type, data: opened.data }),
    id: opened.id,
    meta: opened.meta,
    position: stored.position,
    revision: stored.revision,
    stream: stored.stream,
  };
};

/** Decodes a stored event. @throws BrokenEnvelope | UnknownStoredEvent */
export const decodeStored = <E extends Event>(
  codec: Pick<Codec<E>, 'decode'>,
  stored: StoredEvent,
): Recorded<E> => decodeOpened(codec, stored, unfold(stored));
