import type { Aggregate } from './aggregate';
import type { Deadline } from './deadline';
import { seal, type Metadata } from './envelope';
import {
  MAX_APPEND_BYTES,
  OutcomeUnknown,
  StoreUnavailable,
  type Appended,
  type EventToStore,
} from './event-store.port';
import type { Fold } from './fold';
import type { Ids } from './ids';
import type { Command, Event } from './messages';
import type { Request } from './request';
import type { CommandRuntime } from './runtime';
import type { Instant } from './time';

const FIRST_PAUSE_MS = 250;

/** The same for all events of one command: everything but their places in the stream. */
export type CommonMetadata = Omit<Metadata, 'stream' | 'revision' | 'previous'>;

/** What the events say of the request they follow from. */
export const metadataOf = (request: Request, commandId: string, recordedAt: Instant) => {
  const { actor, authentication, onBehalfOf, bodyDigest, correlationId, causationId, knownAt, origin } =
    request;
  return {
    actor,
    authentication,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    commandId,
    bodyDigest,
    correlationId,
    ...(causationId === undefined ? {} : { causationId }),
    recordedAt,
    ...(knownAt === undefined ? {} : { knownAt }),
    origin,
  };
};

/** The events as bytes, each with its place behind the fold and chained to the one before it. */
export const sealAll = <S, C extends Command, E extends Event, Code extends string>(
  ids: Ids,
  { codec }: Aggregate<S, C, E, Code>,
  events: readonly E[],
  stream: string,
  fold: Fold<S>,
  meta: CommonMetadata,
): readonly EventToStore[] => {
  let { revision, hash } = fold;
  return events.map((event) => {
    revision += 1;
    const place = { stream, revision, previous: hash };
    const sealed = seal(
      { id: ids.uuid(), ...codec.encode(event), meta: { ...place, ...meta } },
      codec.wordsOf(event),
      () => ids.salt(),
    );
    hash = sealed.hash;
    return { id: sealed.id, type: sealed.type, bytes: sealed.bytes };
  });
};

/** Whether every store takes the batch in one append. */
export const fitsOneAppend = (batch: readonly EventToStore[]): boolean =>
  batch.reduce((sum, { bytes }) => sum + bytes.byteLength, 0) <= MAX_APPEND_BYTES;

/**
 * Repeats the identical batch after an unknown outcome, until it is known or the deadline has passed; none is waited for beyond that. Once it is unknown, a
 * store that does not answer says nothing of the first attempt: it stays unknown.
 * @throws OutcomeUnknown | RevisionConflict | StoreUnavailable (nothing stored by any attempt)
 */
export const appendUntilKnown = async (
  { store, ids }: CommandRuntime,
  stream: string,
  batch: readonly EventToStore[],
  fold: Fold<unknown>,
  deadline: Deadline,
): Promise<Appended> => {
  const expected = fold.revision < 0 ? 'no-stream' : fold.revision;
  let unknown: OutcomeUnknown | undefined;
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.append(stream, batch, expected, { withinMs: deadline.patience });
    } catch (error) {
      if (error instanceof OutcomeUnknown) unknown = error;
      else if (!(unknown && error instanceof StoreUnavailable)) throw error;
      if (!(await deadline.pause(FIRST_PAUSE_MS * attempt * (1 + ids.fraction())))) throw unknown;
    }
  }
};
