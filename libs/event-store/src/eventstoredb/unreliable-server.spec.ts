import {
  startUnreliableServer,
  WAYS,
  type UnreliableServer,
  type Way,
} from '../../../../test/protocol-server';
import { asStored, events, freshStream, plain } from '../contract/samples.contract';
import { Subscriber } from '../contract/subscriber.contract';
import type { EventStoreDb } from '.';
import {
  ending,
  LIMITS,
  openBriefly,
  PATIENT,
  repeatedUntilKnown,
  TOLD,
  type Ending,
} from './unreliable-server.scenes';

const CALLS = {
  read: (store, stream) => store.read(stream),
  head: (store) => store.head(),
  logId: (store) => store.logId(),
  assertUsable: (store) => store.assertUsable(),
} satisfies Record<string, (store: EventStoreDb, stream: string) => Promise<unknown>>;

/** Ways in which every question is answered as if nothing were. */
const HARMLESS: readonly Way[] = [
  'looks-slowly',
  'repeats-events',
  'ends-subscriptions',
  'drops-live-subscribers',
  'fails-capabilities-once',
];

/** Ways in which an append has one end and no other: whoever was turned away unread knows that nothing is stored. */
const APPEND_ENDS: Partial<Record<Way, Ending>> = {
  'acknowledges-then-silent': 'unknown',
  'not-ready': 'nothing stored',
};

/** What a stream may hold after an append that ended so. */
const mayBeStored = <E>(ended: Ending, batch: readonly E[]): readonly (readonly E[])[] => {
  if (ended === 'answered') return [batch];
  return ended === 'unknown' ? [batch, []] : [[]];
};

// A rejection that nobody handles fails the test in which it happens: Jest sees to that.
describe.each(WAYS)('a server that misbehaves: %s', (way) => {
  let server: UnreliableServer;
  const isHarmless = HARMLESS.includes(way);
  const limits = isHarmless ? PATIENT : LIMITS;
  const allowed: readonly Ending[] = isHarmless ? ['answered'] : TOLD;
  const opened: EventStoreDb[] = [];
  const open: typeof openBriefly = (...options) => {
    const store = openBriefly(...options);
    opened.push(store);
    return store;
  };

  beforeEach(async () => {
    server = await startUnreliableServer({ delayMs: 60 });
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await server.stop();
  });

  const openAgain = ({ installation }: EventStoreDb) => open(server, { installation, ...PATIENT });

  /** A store that has written and been answered before the server begins to misbehave. */
  const underWay = async () => {
    const store = open(server, limits);
    const [stream, batch] = [freshStream(store), events(3)];
    await repeatedUntilKnown(() => store.append(stream, batch, 'no-stream'));
    return { store, stream, batch };
  };

  describe.each(Object.entries(CALLS))('%s', (_, call) => {
    it('settles in time when it begins between two calls', async () => {
      const { store, stream } = await underWay();
      const before = await openAgain(store).read(stream);
      server.misbehave(way);
      expect(allowed).toContain(await ending(call(store, stream), limits.readTimeoutMs));
      server.behave();
      expect(await openAgain(store).read(stream)).toEqual(before);
    });

    it('settles in time when it did so before the first call', async () => {
      server.misbehave(way);
      const store = open(server, limits);
      expect(allowed).toContain(await ending(call(store, freshStream(store)), limits.readTimeoutMs));
    });
  });

  it('append: settles in time, nothing is stored when it says so, and the identical batch is stored once', async () => {
    const { store, stream, batch } = await underWay();
    const [other, next] = [freshStream(store), events(2)];
    server.misbehave(way);
    const ended = await ending(store.append(other, next, 'no-stream'), limits.appendTimeoutMs);
    expect([APPEND_ENDS[way] ?? allowed].flat()).toContain(ended);
    server.behave();
    const later = openAgain(store);
    expect(mayBeStored(ended, asStored(other, next))).toContainEqual((await later.read(other)).map(plain));
    await repeatedUntilKnown(() => store.append(other, next, 'no-stream'));
    expect((await later.read(other)).map(plain)).toEqual(asStored(other, next));
    expect((await later.read(stream)).map(plain)).toEqual(asStored(stream, batch));
  });

  it('the first append of a log settles in time', async () => {
    server.misbehave(way);
    const store = open(server);
    expect(TOLD).toContain(
      await ending(store.append(freshStream(store), events(1), 'no-stream'), LIMITS.appendTimeoutMs),
    );
  });

  it('close: settles in time, also with calls and a subscriber under way', async () => {
    const { store, stream } = await underWay();
    const subscriber = new Subscriber(store);
    await subscriber.untilEvents(3);
    server.misbehave(way);
    const calls = [
      store.read(stream),
      store.append(freshStream(store), events(1), 'no-stream'),
      store.head(),
    ];
    const answered = Promise.allSettled(calls);
    expect(await ending(store.close(), limits.readTimeoutMs)).toBe('answered');
    expect(await ending(answered, 0)).toBe('answered');
    expect(await ending(subscriber.ended, 0)).toBe('nothing stored');
  });

  it('a subscriber gets every event once and in order when it is over, and leaves at once meanwhile', async () => {
    const { store, stream, batch } = await underWay();
    const [staying, leaving] = [new Subscriber(store), new Subscriber(store)];
    for (const subscriber of [staying, leaving]) await subscriber.untilEvents(3);
    server.misbehave(way);
    const other = freshStream(store);
    const next = events(40);
    expect(TOLD).toContain(await ending(store.append(other, next, 'no-stream'), limits.appendTimeoutMs));
    expect(await ending(leaving.leave(), 0)).toBe('answered');
    server.behave();
    await repeatedUntilKnown(() => store.append(other, next, 'no-stream'));
    await staying.untilEvents(43);
    expect(staying.events.map(plain)).toEqual([...asStored(stream, batch), ...asStored(other, next)]);
    await staying.leave();
  });
});
