import { AppendRefused, RevisionConflict, type EventToStore, type LogMessage } from '../event-store.port';
import { derivedUuid } from '../ids';
import { MemoryEventStore } from './memory-event-store';
import { MemoryRecords } from './memory-records';

const stream = `docket-fund-${derivedUuid('fund')}`;
let made = 0;
const events = (count: number): EventToStore[] =>
  Array.from({ length: count }, () => ({
    id: derivedUuid(`${made++}`),
    type: 'Opened.v1',
    bytes: Buffer.from('{}\n{}'),
  }));

/** Specs of the kernel stand on it, so it keeps the promise they rely on. */
describe('The event store in memory', () => {
  it('recognises the identical batch at its old revision, and answers as the first time', async () => {
    const store = new MemoryEventStore();
    const [first, second] = [events(2), events(3)];
    expect(await store.append(stream, first, 'no-stream')).toEqual({ revision: 1, position: '2' });
    expect(await store.append(stream, second, 1)).toEqual({ revision: 4, position: '5' });
    expect(await store.append(stream, first, 'no-stream')).toEqual({ revision: 1, position: '2' });
    expect((await store.read(stream)).map(({ id }) => id)).toEqual([...first, ...second].map(({ id }) => id));
  });

  it('knows no other batch, and says where the stream is', async () => {
    const store = new MemoryEventStore();
    const batch = events(2);
    await expect(store.append(stream, batch, 0)).rejects.toMatchObject({ expected: 0, actual: 'no-stream' });
    await store.append(stream, batch, 'no-stream');
    for (const other of [events(2), batch.toReversed(), batch.slice(1), [...batch, ...events(1)]])
      await expect(store.append(stream, other, 'no-stream')).rejects.toEqual(
        new RevisionConflict(stream, 'no-stream', 1),
      );
  });

  it('lets one of many writers win', async () => {
    const store = new MemoryEventStore();
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => store.append(stream, events(2), 'no-stream')),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await store.read(stream)).toHaveLength(2);
  });

  it('keeps bytes, also when the writer goes on using its buffer', async () => {
    const store = new MemoryEventStore();
    const bytes = Buffer.from('one');
    await store.append(stream, [{ ...events(1)[0]!, bytes }], 'no-stream');
    bytes.write('two');
    expect(Buffer.from((await store.read(stream))[0]!.bytes).toString()).toBe('one');
  });

  it.each([
    ['nothing', []],
    ['too much', [{ ...events(1)[0]!, bytes: Buffer.alloc(1_000_001) }]],
    ['an id that is none', [{ ...events(1)[0]!, id: 'x' }]],
    ['a type that is none', [{ ...events(1)[0]!, type: '$x' }]],
  ])('refuses %s', async (_, batch) =>
    expect(new MemoryEventStore().append(stream, batch, 'no-stream')).rejects.toBeInstanceOf(AppendRefused),
  );

  it('tells a subscriber everything in order, then what comes, until it leaves', async () => {
    const store = new MemoryEventStore();
    await store.append(stream, events(2), 'no-stream');
    const leaving = new AbortController();
    const said: (number | string)[] = [];
    for await (const message of store.subscribe({
      after: '1',
      signal: leaving.signal,
    }) as AsyncIterable<LogMessage>) {
      said.push(message.kind === 'event' ? message.event.revision : message.kind);
      if (said.length === 2) await store.append(stream, events(1), 1);
      if (said.length === 4) leaving.abort();
    }
    expect(said).toEqual([1, 'caught-up', 2, 'caught-up']);
  });
});

describe('Records in memory', () => {
  it('are found by kind and id, listed by id, and forgotten for good', async () => {
    const records = new MemoryRecords();
    const [one, two] = [Uint8Array.of(1), Uint8Array.of(2)];
    await records.put('draft', 'b', one);
    await records.put('draft', 'a', one);
    const sha256 = await records.put('draft', 'a', two);
    expect(await records.get('draft', 'a')).toEqual({ kind: 'draft', id: 'a', bytes: two, sha256 });
    expect((await records.list('draft')).map(({ id }) => id)).toEqual(['a', 'b']);
    await records.put('Paper', 'a', one);
    expect(await records.kinds()).toEqual(['Paper', 'draft']);
    expect([await records.erase('draft', 'a'), await records.erase('draft', 'a')]).toEqual([true, false]);
    expect([await records.get('draft', 'a'), await records.get('paper', 'b')]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
