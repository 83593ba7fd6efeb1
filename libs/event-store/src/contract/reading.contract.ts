import { comparePositions, isPosition } from '@docket/kernel';
import type { OpenHarness } from './harness.contract';
import { asStored, events, freshStream, plain } from './samples.contract';

export const describeReading = (open: OpenHarness): void =>
  describe('reading', () => {
    it('shows an unknown stream as empty', async () => {
      const { store } = await open();
      expect(await store.read(freshStream(store))).toEqual([]);
    });

    it.each([
      [{ from: 4 }, 4, 10],
      [{ limit: 3 }, 0, 3],
      [{ from: 2, limit: 3 }, 2, 5],
      [{ from: 8, limit: 50 }, 8, 10],
      [{ from: 9 }, 9, 10],
      [{ from: 10 }, 10, 10],
      [{ from: 1_000 }, 10, 10],
    ])('gives of ten events with %j those from %i to before %i', async (options, first, end) => {
      const { store } = await open();
      const stream = freshStream(store);
      const batch = events(10);
      await store.append(stream, batch, 'no-stream');
      expect((await store.read(stream, options)).map(plain)).toEqual(
        asStored(stream, batch.slice(first, end), first),
      );
    });

    it('reads a long stream whole', async () => {
      const { store } = await open();
      const stream = freshStream(store);
      const batch = events(3_000);
      for (let at = 0; at < batch.length; at += 1_000)
        await store.append(stream, batch.slice(at, at + 1_000), at === 0 ? 'no-stream' : at - 1);
      expect((await store.read(stream)).map(plain)).toEqual(asStored(stream, batch));
    });

    it('gives each event its position; the last one is what the append answered', async () => {
      const { store } = await open();
      const stream = freshStream(store);
      const first = await store.append(stream, events(3), 'no-stream');
      const second = await store.append(stream, events(2), 2);
      const positions = (await store.read(stream)).map(({ position }) => position);
      expect([positions[2], positions[4]]).toEqual([first.position, second.position]);
      expect(positions.filter((position) => !isPosition(position))).toEqual([]);
      for (const [index, position] of positions.slice(1).entries())
        expect(comparePositions(positions[index]!, position)).toBeLessThanOrEqual(0);
      expect(comparePositions(first.position, second.position)).toBeLessThan(0);
    });

    it('has no head before the first event, then the position of the last', async () => {
      const { store } = await open();
      expect(await store.head()).toBeUndefined();
      await store.append(freshStream(store), events(3), 'no-stream');
      const last = await store.append(freshStream(store), events(2), 'no-stream');
      expect(await store.head()).toBe(last.position);
    });

    it('sees nothing of another installation in the same log', async () => {
      const { store, neighbour } = await open();
      const other = await neighbour();
      const theirs = freshStream(other);
      await other.append(theirs, events(2), 'no-stream');
      expect([await store.head(), await store.read(theirs)]).toEqual([undefined, []]);
      const ours = await store.append(freshStream(store), events(1), 'no-stream');
      await other.append(theirs, events(2), 1);
      expect(await store.head()).toBe(ours.position);
    });
  });
