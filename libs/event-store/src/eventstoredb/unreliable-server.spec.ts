import { OutcomeUnknown, StoreUnavailable } from '@docket/kernel';
import {
  startUnreliableServer,
  WAYS,
  type UnreliableServer,
  type Way,
} from '../../../../test/protocol-server';
import { asStored, events, freshStream, plain } from '../contract/samples.contract';
import { Subscriber } from '../contract/subscriber.contract';
import { EventStoreUnusable } from '../event-store-unusable';
import type { EventStoreDb } from '.';
import {
  isToldOutage,
  LIMITS,
  openBriefly,
  PATIENT,
  repeatedUntilKnown,
  settled,
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
  'ends-subscriptions',
  'drops-live-subscribers',
  'fails-capabilities-once',
];

// A rejection that nobody handles fails the test in which it happens: Jest sees to that.
describe.each(WAYS)('a server that misbehaves: %s', (way) => {
  let server: UnreliableServer;
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
    const store = open(server, HARMLESS.includes(way) ? PATIENT : {});
    const [stream, batch] = [freshStream(store), events(3)];
    await repeatedUntilKnown(() => store.append(stream, batch, 'no-stream'));
    return { store, stream, batch };
  };

  describe.each(Object.entries(CALLS))('%s', (_, call) => {
    const limitMs = HARMLESS.includes(way) ? PATIENT.readTimeoutMs : LIMITS.readTimeoutMs;
    const ends = async (store: EventStoreDb, stream: string) => {
      const ended = await settled<unknown>(call(store, stream), limitMs);
      expect(ended).not.toBe('too late');
      const isTold = (error: unknown) => isToldOutage(error) || error instanceof EventStoreUnusable;
      if (typeof ended === 'object' && 'error' in ended) expect(isTold(ended.error)).toBe(true);
      if (HARMLESS.includes(way)) expect(ended).toHaveProperty('value');
    };

    it('settles in time when it begins between two calls', async () => {
      const { store, stream } = await underWay();
      const before = await openAgain(store).read(stream);
      server.misbehave(way);
      await ends(store, stream);
      server.behave();
      expect(await openAgain(store).read(stream)).toEqual(before);
    });

    it('settles in time when it did so before the first call', async () => {
      server.misbehave(way);
      const store = open(server, HARMLESS.includes(way) ? PATIENT : {});
      await ends(store, freshStream(store));
    });
  });

  it('append: settles in time, nothing is stored when it says so, and the identical batch is stored once', async () => {
    const { store, stream, batch } = await underWay();
    const [other, next] = [freshStream(store), events(2)];
    server.misbehave(way);
    const ended = await settled(
      store.append(other, next, 'no-stream'),
      HARMLESS.includes(way) ? PATIENT.appendTimeoutMs : LIMITS.appendTimeoutMs,
    );
    expect(ended).not.toBe('too late');
    server.behave();
    const later = openAgain(store);
    const error = typeof ended === 'object' && 'error' in ended ? ended.error : undefined;
    expect(error === undefined || isToldOutage(error)).toBe(true);
    if (way === 'acknowledges-then-silent') expect(error).toBeInstanceOf(OutcomeUnknown);
    const stored = (await later.read(other)).map(plain);
    if (error === undefined) expect(stored).toEqual(asStored(other, next));
    else if (!(error instanceof OutcomeUnknown)) expect(stored).toEqual([]);
    await repeatedUntilKnown(() => store.append(other, next, 'no-stream'));
    expect((await later.read(other)).map(plain)).toEqual(asStored(other, next));
    expect((await later.read(stream)).map(plain)).toEqual(asStored(stream, batch));
  });

  it('the first append of a log settles in time', async () => {
    server.misbehave(way);
    const store = open(server);
    const ended = await settled(
      store.append(freshStream(store), events(1), 'no-stream'),
      LIMITS.appendTimeoutMs,
    );
    expect(ended).not.toBe('too late');
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
    expect(await settled(store.close(), LIMITS.readTimeoutMs)).not.toBe('too late');
    expect(await settled(answered, 0)).not.toBe('too late');
    const ended = await settled(subscriber.ended, 0);
    expect(ended).toEqual({ error: expect.any(StoreUnavailable) });
  });

  it('a subscriber gets every event once and in order when it is over, and leaves at once meanwhile', async () => {
    const { store, stream, batch } = await underWay();
    const [staying, leaving] = [new Subscriber(store), new Subscriber(store)];
    for (const subscriber of [staying, leaving]) await subscriber.untilEvents(3);
    server.misbehave(way);
    const other = freshStream(store);
    const next = events(40);
    await store
      .append(other, next, 'no-stream')
      .catch((error: unknown) => expect(isToldOutage(error)).toBe(true));
    expect(await settled(leaving.leave(), 0)).toEqual({ value: undefined });
    server.behave();
    await repeatedUntilKnown(() => store.append(other, next, 'no-stream'));
    await staying.untilEvents(43);
    expect(staying.events.map(plain)).toEqual([...asStored(stream, batch), ...asStored(other, next)]);
    await staying.leave();
  });
});
