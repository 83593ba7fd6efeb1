import { randomUUID } from 'node:crypto';
import { streamName, type EventStore, type EventToStore, type StoredEvent } from '@docket/kernel';

/** An event as a context would store it; the text tells one from another. */
export const anEvent = (text = 'Fence proposed'): EventToStore => ({
  id: randomUUID(),
  type: 'ProjectProposed.v1',
  bytes: Buffer.from(text),
});

export const events = (count: number, text = 'Event'): EventToStore[] =>
  Array.from({ length: count }, (_, index) => anEvent(`${text} ${index}`));

/** A stream of the store's own installation that nobody has written to. */
export const freshStream = (store: EventStore): string =>
  streamName(store.installation, 'project', randomUUID());

/** What is compared: bytes as hex, since a store may answer with any kind of byte array. */
export const plain = ({ stream, revision, id, type, bytes }: StoredEvent) => ({
  stream,
  revision,
  id,
  type,
  bytes: Buffer.from(bytes).toString('hex'),
});

/** The same events as `plain` shows them once stored in `stream` from revision `first` on. */
export const asStored = (stream: string, batch: readonly EventToStore[], first = 0) =>
  batch.map((event, index) => plain({ ...event, stream, revision: first + index, position: '' }));

/** The promise, or a failure that says what was waited for. */
export const within = async <T>(what: string, promise: Promise<T>, milliseconds = 20_000): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not within ${milliseconds} ms: ${what}`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};
