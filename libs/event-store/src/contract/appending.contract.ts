import { RevisionConflict } from '@docket/kernel';
import type { OpenHarness } from './harness.contract';
import { anEvent, asStored, events, freshStream, plain } from './samples.contract';

const binaries: readonly [string, Buffer][] = [
  ['two JSON lines', Buffer.from('{"amount":1.50,"n":12345678901234567890,"n":2}\n{"reason":"salt"}')],
  ['every byte, so no valid UTF-8', Buffer.from(Array.from({ length: 256 }, (_, index) => index))],
  ['nothing at all', Buffer.alloc(0)],
  ['over 100 KB', Buffer.alloc(120_000, 'Löschwasser\0\r\n')],
];

export const describeAppending = (open: OpenHarness): void =>
  describe('appending', () => {
    it('keeps the order of a batch and counts revisions from 0', async () => {
      const { store } = await open();
      const stream = freshStream(store);
      const batch = events(3);
      const appended = await store.append(stream, batch, 'no-stream');
      expect(appended).toEqual({ revision: 2, position: expect.any(String) });
      expect((await store.read(stream)).map(plain)).toEqual(asStored(stream, batch));
    });

    it('goes on where the stream ended', async () => {
      const { store } = await open();
      const stream = freshStream(store);
      const batch = events(5);
      await store.append(stream, batch.slice(0, 2), 'no-stream');
      expect(await store.append(stream, batch.slice(2), 1)).toMatchObject({ revision: 4 });
      expect((await store.read(stream)).map(plain)).toEqual(asStored(stream, batch));
    });

    it.each(binaries)('gives bytes back exactly: %s', async (_, bytes) => {
      const { store } = await open();
      const stream = freshStream(store);
      const batch = [{ ...anEvent(), bytes }];
      await store.append(stream, batch, 'no-stream');
      expect((await store.read(stream)).map(plain)).toEqual(asStored(stream, batch));
    });

    it('takes the view of a larger buffer for what it shows', async () => {
      const { store } = await open();
      const stream = freshStream(store);
      const batch = [{ ...anEvent(), bytes: new Uint8Array(Buffer.from('abcdef')).subarray(2, 4) }];
      await store.append(stream, batch, 'no-stream');
      expect((await store.read(stream)).map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['cd']);
    });

    it.each([
      ['a new stream expected where one is', 'no-stream', 2, 1],
      ['a stream expected where none is', 0, 0, 'no-stream'],
      ['an earlier revision expected', 0, 3, 2],
      ['a later revision expected', 7, 3, 2],
    ] as const)('says what it expected and found: %s', async (_, expected, stored, actual) => {
      const { store } = await open();
      const stream = freshStream(store);
      const before = events(stored);
      if (stored > 0) await store.append(stream, before, 'no-stream');
      const refused = await store.append(stream, events(2), expected).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(RevisionConflict);
      expect(refused).toMatchObject({ stream, expected, actual });
      expect((await store.read(stream)).map(plain)).toEqual(asStored(stream, before));
    });

    it('lets exactly one of 64 writers begin a stream, and the others store nothing', async () => {
      const { store } = await open();
      const stream = freshStream(store);
      const batches = Array.from({ length: 64 }, (_, writer) => events(2, `Writer ${writer}`));
      const results = await Promise.allSettled(
        batches.map((batch) => store.append(stream, batch, 'no-stream')),
      );
      const winners = batches.filter((_, index) => results[index]!.status === 'fulfilled');
      expect(winners).toHaveLength(1);
      const losers = results.filter((result) => result.status === 'rejected');
      expect(losers.filter(({ reason }) => !(reason instanceof RevisionConflict))).toEqual([]);
      expect((await store.read(stream)).map(plain)).toEqual(asStored(stream, winners[0]!));
    });

    it('keeps streams that are written at the same time apart', async () => {
      const { store } = await open();
      const written = Array.from({ length: 20 }, (_, index) => ({
        stream: freshStream(store),
        batch: events(3, `Stream ${index}`),
      }));
      await Promise.all(written.map(({ stream, batch }) => store.append(stream, batch, 'no-stream')));
      for (const { stream, batch } of written)
        expect((await store.read(stream)).map(plain)).toEqual(asStored(stream, batch));
    });
  });
