import { isUuid, StoreUnavailable } from '@docket/kernel';
import type { OpenHarness } from './harness.contract';
import { asStored, events, freshStream, plain, within } from './samples.contract';
import { Subscriber } from './subscriber.contract';

export const describeLifetime = (open: OpenHarness): void =>
  describe('a log and its clients', () => {
    it('keeps everything for the next client: events, positions, head and log id', async () => {
      const { store, reopen } = await open();
      const stream = freshStream(store);
      const batch = events(3);
      await store.append(stream, batch, 'no-stream');
      const before = [
        await store.head(),
        await store.logId(),
        (await store.read(stream)).map((e) => e.position),
      ];
      const later = await reopen();
      expect((await later.read(stream)).map(plain)).toEqual(asStored(stream, batch));
      const after = [
        await later.head(),
        await later.logId(),
        (await later.read(stream)).map((e) => e.position),
      ];
      expect(after).toEqual(before);
    });

    it('has one log id for its life, and no other log has it', async () => {
      const [one, another] = [await open(), await open()];
      const id = await one.store.logId();
      expect(isUuid(id)).toBe(true);
      await one.store.append(freshStream(one.store), events(1), 'no-stream');
      expect(await one.store.logId()).toBe(id);
      expect(await another.store.logId()).not.toBe(id);
    });

    it('shows no event of its own making: a log whose id was asked for is still empty', async () => {
      const { store } = await open();
      await store.logId();
      expect(await store.head()).toBeUndefined();
    });

    it('finishes what is under way before it closes', async () => {
      const { store, reopen } = await open();
      const batches = Array.from({ length: 10 }, () => ({ stream: freshStream(store), batch: events(2) }));
      const appends = batches.map(({ stream, batch }) => store.append(stream, batch, 'no-stream'));
      await store.close();
      await within('appends begun before the close are answered', Promise.all(appends));
      const later = await reopen();
      for (const { stream, batch } of batches)
        expect((await later.read(stream)).map(plain)).toEqual(asStored(stream, batch));
    });

    it('is unavailable once closed, and closing again does no harm', async () => {
      const { store, reopen } = await open();
      const stream = freshStream(store);
      await store.close();
      await store.close();
      await expect(store.append(stream, events(1), 'no-stream')).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.read(stream)).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(store.head()).rejects.toBeInstanceOf(StoreUnavailable);
      expect(await (await reopen()).read(stream)).toEqual([]);
    });

    it('lets no subscriber hang when it closes', async () => {
      const { store } = await open();
      const subscriber = new Subscriber(store);
      await subscriber.untilCaughtUp();
      await store.close();
      await within('the loop ends after the close', Promise.allSettled([subscriber.ended]));
    });
  });
