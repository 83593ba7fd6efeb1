import { seal, sha256, type EventStore, type Metadata, type StoredEvent } from '@docket/kernel';
import { EventAltered, type EventPlace } from './event-altered';
import { openedEvents } from './opened-events';

const meta = (stream: string, revision: number, previous: string | null): Metadata => ({
  ...{ stream, revision, previous, actor: 'p-bea', authentication: 'test', bodyDigest: sha256('b') },
  ...{ commandId: sha256('c'), correlationId: 'k', recordedAt: '2026-03-02T09:00:00.000Z' },
  ...{ origin: 'live', guards: [] },
});
const idOf = (stream: string, revision: number): string => `${stream}@${revision}`;
const placeOf = (stream: string, revision: number): EventPlace => ({
  ...{ number: revision + 1, eventId: idOf(stream, revision), type: 'Said.v1', stream, revision },
});

/** The first events of a stream, each written after the one before. */
const chain = (stream: string, length: number): readonly StoredEvent[] => {
  let previous: string | null = null;
  return Array.from({ length }, (_, revision) => {
    const written = { id: idOf(stream, revision), type: 'Said.v1', data: { said: 'no' } };
    const sealed = seal({ ...written, meta: meta(stream, revision, previous) }, [], () => 'salt');
    previous = sealed.hash;
    return { ...sealed, stream, revision, position: '1' };
  });
};

/** A log whose streams have as many events as one likes; it notes what is read of it and how much at a time. */
const endlessLog = (length: number, changed = (event: StoredEvent) => event) => {
  const streams = new Map<string, readonly StoredEvent[]>();
  const pages: string[] = [];
  let [open, most] = [0, 0];
  const read: EventStore['read'] = async (stream, { from = 0, limit = 0 } = {}) => {
    pages.push(`${stream} ${from}+${limit}`);
    open += 1;
    most = Math.max(most, open);
    await Promise.resolve();
    open -= 1;
    const all = streams.get(stream) ?? chain(stream, length).map(changed);
    streams.set(stream, all);
    return all.slice(from, from + limit);
  };
  return { store: { read } as EventStore, pages, most: () => most };
};

describe('events opened where they stand', () => {
  it('are read from the first to the last of a stream, in pages', async () => {
    const { store, pages } = endlessLog(3_000);
    const events = await openedEvents(store, [placeOf('a', 2_600), placeOf('a', 5)]);
    expect([...events.keys()].sort()).toEqual(['a@2600', 'a@5']);
    expect(pages).toEqual(['a 5+1000', 'a 1005+1000', 'a 2005+597']);
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
    expect(pages).toEqual(['a 3+2']);
  });

  it('have no entry where the stream ends before them', async () =>
    expect((await openedEvents(endlessLog(2).store, [placeOf('a', 1), placeOf('a', 4)])).size).toBe(1));

  const forged = (at: number) => (event: StoredEvent) =>
    event.revision === at
      ? { ...event, bytes: Buffer.from(Buffer.from(event.bytes).toString('utf8').replace('"no"', '"yes"')) }
      : event;

  it('are refused where the event after one, which is read with it, holds another hash', async () => {
    const asked = openedEvents(endlessLog(9, forged(3)).store, [placeOf('a', 3)]);
    await expect(asked).rejects.toThrow(EventAltered);
    await expect(asked).rejects.toThrow(
      /^Event 4 is not as it was written: .*revision 4, holds another hash/,
    );
  });

  it('are not held against what lies between them and was not asked for', async () => {
    const unreadable = (event: StoredEvent) =>
      event.revision === 5 ? { ...event, bytes: Buffer.from('{}') } : event;
    const events = await openedEvents(endlessLog(9, unreadable).store, [placeOf('a', 2), placeOf('a', 7)]);
    expect([...events.keys()]).toEqual(['a@2', 'a@7']);
  });

  it('are refused where one cannot be read', () =>
    expect(
      openedEvents(endlessLog(9, (event) => ({ ...event, bytes: Buffer.from('{}') })).store, [
        placeOf('a', 2),
      ]),
    ).rejects.toThrow('Event 3 is not as it was written: its bytes were changed: a@2: no second line.'));
});
