import type { EventStore, Opened, StoredEvent } from '@docket/kernel';
import { openAsWritten, type EventPlace } from './event-altered';

const PAGE = 1_000;
/** Streams that are read at a time. */
const AT_ONCE = 16;

/** The events of one stream from the first to the last of these revisions, and the one after, which holds the hash of the last. */
const readSpan = async (store: EventStore, stream: string, revisions: readonly number[]) => {
  const [first, last] = [Math.min(...revisions), Math.max(...revisions) + 1];
  const found: StoredEvent[] = [];
  for (let from = first; from <= last; from += PAGE)
    found.push(...(await store.read(stream, { from, limit: Math.min(PAGE, last - from + 1) })));
  return found;
};

/**
 * Opens those of the events of a stream, read in order, that are asked for, each held against the one after it; what is not
 * asked for is not looked at. One that is not there has no entry. @throws EventAltered
 */
export const openedAmong = (
  stored: readonly StoredEvent[],
  places: readonly EventPlace[],
): ReadonlyMap<string, Opened> => {
  const at = new Map(stored.map((event, index) => [event.revision, index]));
  const found = places.flatMap((place) => {
    const index = at.get(place.revision) ?? -1;
    const event = stored[index];
    return event ? [[place.eventId, openAsWritten(place, event, stored[index + 1])] as const] : [];
  });
  return new Map(found);
};

/**
 * Opens events where they stand in the log; a stream is read once for all that are asked of it. An event that its stream does not
 * have has no entry. @throws EventAltered | StoreUnavailable
 */
export const openedEvents = async (
  store: EventStore,
  places: readonly EventPlace[],
): Promise<ReadonlyMap<string, Opened>> => {
  const streams = [...Map.groupBy(places, ({ stream }) => stream)];
  const opened = new Map<string, Opened>();
  for (let at = 0; at < streams.length; at += AT_ONCE) {
    const spans = streams.slice(at, at + AT_ONCE).map(async ([stream, all]) => {
      const revisions = all.map(({ revision }) => revision);
      return openedAmong(await readSpan(store, stream, revisions), all);
    });
    for (const span of await Promise.all(spans)) for (const [id, event] of span) opened.set(id, event);
  }
  return opened;
};
