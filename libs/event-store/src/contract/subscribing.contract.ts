import { comparePositions, PositionBeyondEnd, type EventStore, type EventToStore } from '@docket/kernel';
import type { OpenHarness } from './harness.contract';
import { anEvent, asStored, events, freshStream, plain, within } from './samples.contract';
import { Subscriber } from './subscriber.contract';

/** `count` appends of one event, each to its own stream, one after another: their order in the log is known. */
const appendOneByOne = async (store: EventStore, count: number, text?: string) => {
  const expected: ReturnType<typeof asStored> = [];
  for (const event of events(count, text)) {
    const stream = freshStream(store);
    await store.append(stream, [event], 'no-stream');
    expected.push(...asStored(stream, [event]));
  }
  return expected;
};

const appendBatch = async (store: EventStore, batch: readonly EventToStore[]) => {
  const stream = freshStream(store);
  const { position } = await store.append(stream, batch, 'no-stream');
  return { position, expected: asStored(stream, batch) };
};

export const describeSubscribing = (open: OpenHarness): void =>
  describe('subscribing', () => {
    it('delivers everything from the start and then says that it has caught up', async () => {
      const { store } = await open();
      const expected = await appendOneByOne(store, 5);
      const subscriber = new Subscriber(store);
      await subscriber.untilCaughtUp();
      const kinds = subscriber.messages.map(({ kind }) => kind);
      expect(subscriber.events.map(plain)).toEqual(expected);
      expect(kinds.indexOf('caught-up')).toBe(5);
      await subscriber.leave();
    });

    it('has caught up at once with an empty log, and goes on live', async () => {
      const { store } = await open();
      const subscriber = new Subscriber(store);
      await subscriber.untilCaughtUp();
      expect(subscriber.events).toEqual([]);
      const { expected } = await appendBatch(store, events(3));
      await subscriber.untilEvents(3);
      expect(subscriber.events.map(plain)).toEqual(expected);
      await subscriber.leave();
    });

    it('resumes after a position: what came before it is not repeated', async () => {
      const { store } = await open();
      await appendOneByOne(store, 3, 'Before');
      const { position } = await appendBatch(store, events(2, 'Last seen'));
      const missed = await appendOneByOne(store, 3, 'Missed');
      const subscriber = new Subscriber(store, position);
      await subscriber.untilCaughtUp();
      const live = await appendOneByOne(store, 2, 'Live');
      await subscriber.untilEvents(5);
      expect(subscriber.events.map(plain)).toEqual([...missed, ...live]);
      await subscriber.leave();
    });

    it('resumes after any position that it delivered, from a new client', async () => {
      const { store, reopen } = await open();
      const expected = await appendOneByOne(store, 6);
      const first = new Subscriber(store);
      await first.untilEvents(6);
      await first.leave();
      const positions = first.events.map(({ position }) => position);
      const later = await reopen();
      for (const [index, position] of positions.entries()) {
        const subscriber = new Subscriber(later, position);
        await subscriber.untilCaughtUp();
        expect(subscriber.events.map(plain)).toEqual(expected.slice(index + 1));
        await subscriber.leave();
      }
    });

    it('delivers the events of its own installation only', async () => {
      const { store, neighbour } = await open();
      const other = await neighbour();
      await appendOneByOne(other, 3, 'Theirs');
      const before = await appendOneByOne(store, 2, 'Ours');
      const subscriber = new Subscriber(store);
      await subscriber.untilCaughtUp();
      await appendOneByOne(other, 3, 'Theirs');
      const after = await appendOneByOne(store, 2, 'Ours');
      await subscriber.untilEvents(4);
      expect(subscriber.events.map(plain)).toEqual([...before, ...after]);
      await subscriber.leave();
    });

    it('serves several subscribers, each from where it began', async () => {
      const { store } = await open();
      const first = await appendBatch(store, events(4, 'First'));
      const subscribers = [
        new Subscriber(store),
        new Subscriber(store),
        new Subscriber(store, first.position),
      ];
      const second = await appendBatch(store, events(4, 'Second'));
      const all = [...first.expected, ...second.expected];
      for (const [index, expected] of [all, all, second.expected].entries()) {
        await subscribers[index]!.untilEvents(expected.length);
        expect(subscribers[index]!.events.map(plain)).toEqual(expected);
      }
      await Promise.all(subscribers.map((subscriber) => subscriber.leave()));
    });

    it('loses nothing for a subscriber that pauses while others write and read on', async () => {
      const { store } = await open();
      const first = await appendOneByOne(store, 1, 'First');
      const leaving = new AbortController();
      const slow = store.subscribe({ signal: leaving.signal })[Symbol.asyncIterator]();
      const seen = [await within('the first message', slow.next())];
      const quick = new Subscriber(store);
      const rest = [
        ...(await appendBatch(store, events(200))).expected,
        ...(await appendOneByOne(store, 100)),
      ];
      await quick.untilEvents(301);
      const events301 = () =>
        seen.flatMap(({ value }) => (value?.kind === 'event' ? [plain(value.event)] : []));
      while (events301().length < 301) seen.push(await within('the next message', slow.next()));
      expect(events301()).toEqual([...first, ...rest]);
      leaving.abort();
      await quick.leave();
    });

    it('delivers a burst of 200 events in one append and 500 appends, complete and in order', async () => {
      const { store } = await open();
      const subscriber = new Subscriber(store);
      await subscriber.untilCaughtUp();
      const burst = await appendBatch(store, events(200, 'Burst'));
      const streams = Array.from({ length: 500 }, () => ({ stream: freshStream(store), batch: [anEvent()] }));
      await Promise.all(streams.map(({ stream, batch }) => store.append(stream, batch, 'no-stream')));
      await subscriber.untilEvents(700);
      const delivered = subscriber.events.map(plain);
      expect(delivered.slice(0, 200)).toEqual(burst.expected);
      const byStream = (a: { stream: string }, b: { stream: string }) => (a.stream < b.stream ? -1 : 1);
      const expected = streams.flatMap(({ stream, batch }) => asStored(stream, batch));
      expect(delivered.slice(200).sort(byStream)).toEqual(expected.sort(byStream));
      await subscriber.leave();
    });

    it('delivers in the order of positions, and each append at the position that it answered', async () => {
      const { store } = await open();
      const subscriber = new Subscriber(store);
      const appends = Array.from({ length: 40 }, async () => {
        const stream = freshStream(store);
        return [stream, (await store.append(stream, events(3), 'no-stream')).position] as const;
      });
      const answered = new Map(await Promise.all(appends));
      await subscriber.untilEvents(120);
      for (const [index, { position }] of subscriber.events.slice(1).entries())
        expect(comparePositions(subscriber.events[index]!.position, position)).toBeLessThan(0);
      const last = subscriber.events.filter(({ revision }) => revision === 2);
      expect(new Map(last.map(({ stream, position }) => [stream, position]))).toEqual(answered);
      await subscriber.leave();
    });

    it('gives the events of one delivery the positions that reading gives them', async () => {
      const { store } = await open();
      const stream = freshStream(store);
      await store.append(stream, events(3), 'no-stream');
      const subscriber = new Subscriber(store);
      await subscriber.untilEvents(3);
      const read = await store.read(stream);
      expect(subscriber.events.map(plain)).toEqual(read.map(plain));
      expect(subscriber.events.map((e) => e.position)).toEqual(read.map((e) => e.position));
      await subscriber.leave();
    });

    it('ends normally when aborted, before it began, while it reads and while it waits', async () => {
      const { store } = await open();
      await appendBatch(store, events(50));
      const never = store.subscribe({ signal: AbortSignal.abort() })[Symbol.asyncIterator]();
      expect(await within('an end', never.next())).toEqual({ done: true, value: undefined });
      const leaving = new AbortController();
      let delivered = 0;
      for await (const { kind } of store.subscribe({ signal: leaving.signal }))
        if (kind === 'event' && ++delivered === 3) leaving.abort();
      expect(delivered).toBe(3);
      const waiting = new Subscriber(store);
      await waiting.untilCaughtUp();
      await waiting.leave();
    });

    it('lets a reader leave its loop without an abort', async () => {
      const { store } = await open();
      await appendBatch(store, events(3));
      for await (const { kind } of store.subscribe({ signal: new AbortController().signal }))
        if (kind === 'event') break;
      expect(await store.head()).toBeDefined();
    });

    it('refuses to wait for events behind the end of the log: this is another, shorter one', async () => {
      const { store } = await open();
      await appendBatch(store, events(2));
      const beyond = '900000000000000000/900000000000000000';
      await expect(within('a refusal', new Subscriber(store, beyond).ended)).rejects.toBeInstanceOf(
        PositionBeyondEnd,
      );
    });

    it('resumes at the very end', async () => {
      const { store } = await open();
      const { position } = await appendBatch(store, events(2));
      const subscriber = new Subscriber(store, position);
      await subscriber.untilCaughtUp();
      expect(subscriber.events).toEqual([]);
      await subscriber.leave();
    });
  });
