import { seal, sha256, type EventStore, type Metadata, type StoredEvent } from '@docket/kernel';
import { openedEvents, type EventPlace } from './opened-events';

const meta = (stream: string, revision: number): Metadata => ({
  ...{ stream, revision, previous: null, actor: 'p-bea', authentication: 'test', bodyDigest: sha256('b') },
  ...{ commandId: sha256('c'), correlationId: 'k', recordedAt: '2026-03-02T09:00:00.000Z' },
  ...{ origin: 'live', guards: [] },
});
const idOf = (stream: string, revision: number): string => `${stream}@${revision}`;
const placeOf = (stream: string, revision: number): EventPlace => ({
  ...{ eventId: idOf(stream, revision), stream, revision },
});

/** A log whose streams have as many events as one likes; it notes what is read of it and how much at a time. */
const endlessLog = (length: number) => {
  const pages: string[] = [];
  let [open, most] = [0, 0];
  const read: EventStore['read'] = async (stream, { from = 0, limit = 0 } = {}) => {
    pages.push(`${stream} ${from}+${limit}`);
    open += 1;
    most = Math.max(most, open);
    await Promise.resolve();
    open -= 1;
    return Array.from({ length: Math.max(0, Math.min(limit, length - from)) }, (_, index): StoredEvent => {
      const revision = from + index;
      const event = { id: idOf(stream, revision), type: 'Said.v1', data: {}, meta: meta(stream, revision) };
      return { ...seal(event, [], () => 'salt'), stream, revision, position: '1' };
    });
  };
  return { store: { read } as EventStore, pages, most: () => most };
};

describe('events opened where they stand', () => {
  it('are read from the first to the last of a stream, in pages', async () => {
    const { store, pages } = endlessLog(3_000);
    const events = await openedEvents(store, [placeOf('a', 2_600), placeOf('a', 5)]);
    expect([...events.keys()].sort()).toEqual(['a@2600', 'a@5']);
    expect(pages).toEqual(['a 5+1000', 'a 1005+1000', 'a 2005+596']);
  });

  it('are read a number of streams at a time, however many there are', async () => {
    const { store, pages, most } = endlessLog(1);
    const places = Array.from({ length: 50 }, (_, index) => placeOf(`s${index}`, 0));
    expect((await openedEvents(store, places)).size).toBe(50);
    expect([pages.length, most()]).toEqual([50, 16]);
  });

  it('are read once though asked for twice', async () => {
    const { store, pages } = endlessLog(9);
    expect((await openedEvents(store, [placeOf('a', 3), placeOf('a', 3)])).size).toBe(1);
    expect(pages).toEqual(['a 3+1']);
  });

  it('have no entry where the stream ends before them', async () =>
    expect((await openedEvents(endlessLog(2).store, [placeOf('a', 1), placeOf('a', 4)])).size).toBe(1));
});
