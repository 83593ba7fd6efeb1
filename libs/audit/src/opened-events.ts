import { open, type EventStore, type Numbered, type Opened } from '@docket/kernel';

/** Where an event stands in the log, by the table of numbers. */
export type EventPlace = Pick<Numbered, 'eventId' | 'stream' | 'revision'>;

const PAGE = 1_000;
/** Streams that are read at a time. */
const AT_ONCE = 16;

/** The events of one stream from the first to the last of these revisions. */
const readSpan = async (store: EventStore, stream: string, revisions: readonly number[]) => {
  const [first, last] = [Math.min(...revisions), Math.max(...revisions)];
  const found: Opened[] = [];
  for (let from = first; from <= last; from += PAGE) {
    const page = await store.read(stream, { from, limit: Math.min(PAGE, last - from + 1) });
    found.push(...page.map(open));
  }
  return found;
};

/**
 * Opens events where they stand in the log, by their ids; a stream is read once for all that are asked of it. An event that its
 * stream does not have has no entry. @throws BrokenEnvelope | StoreUnavailable
 */
export const openedEvents = async (
  store: EventStore,
  places: readonly EventPlace[],
): Promise<ReadonlyMap<string, Opened>> => {
  const wanted = new Set(places.map(({ eventId }) => eventId));
  const streams = [...Map.groupBy(places, ({ stream }) => stream)];
  const opened: Opened[] = [];
  for (let at = 0; at < streams.length; at += AT_ONCE) {
    const spans = streams.slice(at, at + AT_ONCE).map(([stream, all]) => {
      const revisions = all.map(({ revision }) => revision);
      return readSpan(store, stream, revisions);
    });
    opened.push(...(await Promise.all(spans)).flat());
  }
  return new Map(opened.filter(({ id }) => wanted.has(id)).map((event) => [event.id, event]));
};
