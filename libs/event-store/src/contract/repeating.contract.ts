import { RevisionConflict } from '@docket/kernel';
import type { OpenHarness } from './harness.contract';
import { anEvent, asStored, events, freshStream, plain } from './samples.contract';

/** An outcome that stayed unknown is cleared up by repeating the identical batch. */
export const describeRepeating = (open: OpenHarness): void =>
  describe('repeating a batch', () => {
    it('recognises the identical batch on a new stream and answers as the first time', async () => {
      const { store } = await open();
      const stream = freshStream(store);
      const batch = events(3);
      const first = await store.append(stream, batch, 'no-stream');
      expect(await store.append(stream, batch, 'no-stream')).toEqual(first);
      expect((await store.read(stream)).map(plain)).toEqual(asStored(stream, batch));
    });

    it('recognises it at the revision it was first appended to, also when the stream has moved on', async () => {
      const { store } = await open();
      const stream = freshStream(store);
      const [before, batch, after] = [events(2), events(3), events(4)];
      await store.append(stream, before, 'no-stream');
      const first = await store.append(stream, batch, 1);
      await store.append(stream, after, 4);
      expect(await store.append(stream, batch, 1)).toEqual(first);
      expect((await store.read(stream)).map(plain)).toEqual(
        asStored(stream, [...before, ...batch, ...after]),
      );
    });

    it('recognises it from a new client', async () => {
      const { store, reopen } = await open();
      const stream = freshStream(store);
      const batch = events(2);
      const first = await store.append(stream, batch, 'no-stream');
      await store.append(stream, events(1), 1);
      expect(await (await reopen()).append(stream, batch, 'no-stream')).toEqual(first);
    });

    it.each([
      ['differs in its last event', (batch: ReturnType<typeof events>) => [...batch.slice(0, 2), anEvent()]],
      ['has one event more', (batch: ReturnType<typeof events>) => [...batch, anEvent()]],
      ['differs in its first event', (batch: ReturnType<typeof events>) => [anEvent(), ...batch.slice(1)]],
      ['has the events in another order', (batch: ReturnType<typeof events>) => batch.toReversed()],
    ])('is a conflict when the batch %s', async (_, change) => {
      const { store } = await open();
      const stream = freshStream(store);
      const batch = events(3);
      await store.append(stream, batch, 'no-stream');
      const refused = await store.append(stream, change(batch), 'no-stream').catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(RevisionConflict);
      expect(refused).toMatchObject({ stream, expected: 'no-stream', actual: 2 });
      expect((await store.read(stream)).map(plain)).toEqual(asStored(stream, batch));
    });

    it('is a conflict when the batch begins the same but the stream went on with other events', async () => {
      const { store } = await open();
      const stream = freshStream(store);
      const [shared, others] = [events(2), events(2)];
      await store.append(stream, shared, 'no-stream');
      await store.append(stream, others, 1);
      const refused = store.append(stream, [...shared, anEvent()], 'no-stream');
      await expect(refused).rejects.toBeInstanceOf(RevisionConflict);
      expect((await store.read(stream)).map(plain)).toEqual(asStored(stream, [...shared, ...others]));
    });
  });
