import { setTimeout as pause } from 'node:timers/promises';
import { OutcomeUnknown, StoreUnavailable, type EventStore } from '@docket/kernel';
import {
  startProtocolServer,
  startUnreliableServer,
  type ProtocolServer,
} from '../../../../test/protocol-server';
import { asStored, events, freshStream, plain, within } from '../contract/samples.contract';
import { Subscriber } from '../contract/subscriber.contract';
import { openEventStoreDb } from '.';

describe('EventStoreDB, when the server breaks off', () => {
  let server: ProtocolServer;
  let store: EventStore;
  const breaks: unknown[] = [];

  beforeEach(async () => {
    breaks.length = 0;
    server = await startProtocolServer();
    const onBreak = (reason: unknown) => breaks.push(reason);
    store = openEventStoreDb({ url: server.url, installation: 'outage', readTimeoutMs: 2_000, onBreak });
  });
  afterEach(async () => {
    await store.close();
    await server.stop();
  });

  const write = async (count: number) => {
    const stream = freshStream(store);
    const batch = events(count);
    await store.append(stream, batch, 'no-stream');
    return asStored(stream, batch);
  };

  it.each(['consumer-too-slow', 'ended'] as const)(
    'goes on behind the last event when a subscription is dropped: %s',
    async (how) => {
      const subscriber = new Subscriber(store);
      const expected = await write(5);
      await subscriber.untilEvents(5);
      for (let drop = 1; drop <= 3; drop += 1) {
        server.dropSubscriptions(how);
        expected.push(...(await write(40)));
        await subscriber.untilEvents(5 + 40 * drop);
      }
      expect(subscriber.events.map(plain)).toEqual(expected);
      expect(breaks).toHaveLength(3);
      await subscriber.leave();
    },
  );

  it('goes on behind the last event when the server was restarted, and says again that it has caught up', async () => {
    const subscriber = new Subscriber(store);
    const before = await write(3);
    await subscriber.untilEvents(3);
    await subscriber.untilCaughtUp();
    const saidBefore = subscriber.messages.length;
    await server.restart();
    const again = () => subscriber.messages.slice(saidBefore).some(({ kind }) => kind === 'caught-up');
    await subscriber.until('caught up again', again);
    const after = await write(3);
    await subscriber.untilEvents(6);
    expect(subscriber.events.map(plain)).toEqual([...before, ...after]);
    await subscriber.leave();
  });

  it('waits for a server that is not there yet, and ends at once when it is told to', async () => {
    await server.halt();
    const [patient, leaving] = [new Subscriber(store), new Subscriber(store)];
    await within(
      'a break is told',
      until(() => breaks.length > 1),
    );
    await leaving.leave();
    await server.start();
    await patient.untilCaughtUp();
    await patient.leave();
  });

  it('says that the store is unavailable, and that nothing was stored, when nobody answers the phone', async () => {
    const stream = freshStream(store);
    await store.append(stream, events(1), 'no-stream');
    await server.halt();
    await expect(store.append(stream, events(1), 0)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.read(stream)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.head()).rejects.toBeInstanceOf(StoreUnavailable);
    await server.start();
    const batch = events(1);
    expect(await repeated(() => store.append(stream, batch, 0))).toMatchObject({ revision: 1 });
  });

  it('stores every batch once when appends that were broken off are repeated', async () => {
    await write(1);
    const batches = Array.from({ length: 50 }, () => ({ stream: freshStream(store), batch: events(3) }));
    const append = ({ stream, batch }: (typeof batches)[number]) => store.append(stream, batch, 'no-stream');
    const first = batches.map(append);
    await Promise.race(first);
    await server.restart();
    const outcomes = await Promise.allSettled(first);
    const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(failures.filter(isBreak)).toEqual(failures);
    const answers = await Promise.all(batches.map((one) => repeated(() => append(one))));
    for (const [index, { stream, batch }] of batches.entries()) {
      const stored = await store.read(stream);
      expect(stored.map(plain)).toEqual(asStored(stream, batch));
      expect(answers[index]).toEqual({ revision: 2, position: stored[2]!.position });
    }
  });
});

const isBreak = (error: unknown): boolean =>
  error instanceof OutcomeUnknown || error instanceof StoreUnavailable;

/** What a caller does after a break: the same again, until it is answered. */
const repeated = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await work();
    } catch (error) {
      if (!isBreak(error) || attempt === 20) throw error;
    }
};

/** Resolves when the condition holds; it is looked at whenever the event loop turns. */
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

/** The least that the kernel waits before it repeats a batch, and before it does so again (`appendUntilKnown`). */
const PAUSES_MS = [250, 500];

describe('EventStoreDB, when a batch is under way although its writer was cut off', () => {
  it('drops a copy that comes too early, and recognises the next within the time that a command has', async () => {
    const server = await startUnreliableServer({ lateMs: 1_000 });
    const store = openEventStoreDb({ url: server.url, installation: 'outage' });
    await store.logId();
    const [stream, batch] = [freshStream(store), events(3)];
    server.misbehave('commits-late');
    const first = await store.append(stream, batch, 'no-stream').catch((error: unknown) => error);
    server.behave();
    const outcomes = [first];
    for (const pauseMs of PAUSES_MS) {
      await pause(pauseMs);
      outcomes.push(await store.append(stream, batch, 'no-stream').catch((error: unknown) => error));
    }
    const stored = await store.read(stream);
    expect(outcomes).toEqual([
      expect.any(OutcomeUnknown),
      expect.any(OutcomeUnknown),
      { revision: 2, position: stored.at(-1)?.position },
    ]);
    expect(stored.map(plain)).toEqual(asStored(stream, batch));
    await store.close();
    await server.stop();
  });
});
