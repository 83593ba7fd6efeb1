import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { startUnreliableServer, type UnreliableServer } from '../../../../test/protocol-server';
import { asStored, events, freshStream, plain, within } from '../contract/samples.contract';
import { Subscriber } from '../contract/subscriber.contract';
import type { EventStoreDb } from '.';
import { openBriefly, PATIENT } from './unreliable-server.scenes';
import { Silence } from './watch';

describe('the watch over a subscription', () => {
  let server: UnreliableServer;
  let store: EventStoreDb;
  let writer: EventStoreDb;
  const breaks: unknown[] = [];
  const written: ReturnType<typeof plain>[] = [];

  beforeEach(async () => {
    breaks.length = 0;
    written.length = 0;
    server = await startUnreliableServer();
    store = opened({});
    writer = opened({ installation: store.installation });
    await write(2);
  });
  afterEach(async () => {
    await store.close();
    await writer.close();
    await server.stop();
  });

  const opened = (options: Parameters<typeof openBriefly>[1]) =>
    openBriefly(server, { ...PATIENT, watchMs: 400, onBreak: (reason) => breaks.push(reason), ...options });

  const write = async (count: number) => {
    const [stream, batch] = [freshStream(writer), events(count)];
    await writer.append(stream, batch, 'no-stream');
    written.push(...asStored(stream, batch));
  };
  const subscribed = async () => {
    const subscriber = new Subscriber(store);
    await subscriber.untilEvents(2);
    await subscriber.untilCaughtUp();
    return subscriber;
  };

  /** Resolves when so many more calls came in. */
  const untilAsked = async (more: number): Promise<void> => {
    const enough = server.calls() + more;
    const asked = async () => {
      while (server.calls() < enough) await new Promise((resolve) => setImmediate(resolve));
    };
    await within(`${more} calls`, asked());
  };

  it('renews a subscription whose connection was cut off on the way: nothing ends, nothing comes', async () => {
    const subscriber = await subscribed();
    server.misbehave('stuck-connections');
    const fresh = opened({ installation: store.installation });
    const [stream, batch] = [freshStream(fresh), events(3)];
    await fresh.append(stream, batch, 'no-stream');
    await subscriber.untilEvents(5);
    expect(subscriber.events.map(plain)).toEqual([...written, ...asStored(stream, batch)]);
    expect(breaks).toEqual([expect.any(Silence)]);
    expect(breaks).toMatchObject([{ message: expect.stringContaining('the log does not answer either') }]);
    await fresh.close();
    await subscriber.leave();
  });

  it('renews a subscription that says nothing more while the log is answered', async () => {
    const subscriber = await subscribed();
    server.misbehave('mutes-subscriptions');
    await write(1);
    await untilAsked(3);
    server.behave();
    await subscriber.untilEvents(3);
    expect(subscriber.events.map(plain)).toEqual(written);
    expect(breaks).toEqual([expect.any(Silence)]);
    expect(breaks).toMatchObject([{ message: expect.stringContaining('was not delivered within 400 ms') }]);
    await subscriber.leave();
  });

  it('leaves one alone whose next event is on its way: only what stood there at the last look already is missed', async () => {
    const subscriber = await subscribed();
    server.misbehave('mutes-subscriptions');
    // just after a look, so that the next one is the first to find the event
    await untilAsked(1);
    await write(1);
    await untilAsked(2);
    expect(breaks).toEqual([]);
    server.behave();
    await subscriber.untilEvents(3);
    await subscriber.leave();
  });

  it('renews a subscription that never begins', async () => {
    server.misbehave('mutes-subscriptions');
    const hasty = opened({ installation: store.installation, readTimeoutMs: 300 });
    const subscriber = new Subscriber(hasty);
    await within(
      'a break',
      untilTold(() => breaks.length > 0),
    );
    server.behave();
    await subscriber.untilEvents(2);
    expect(breaks[0]).toMatchObject({ message: 'EventStoreDB began no subscription within 300 ms.' });
    await subscriber.leave();
    await hasty.close();
  });

  it('leaves a healthy one alone that has nothing to say', async () => {
    const subscriber = await subscribed();
    await untilAsked(8);
    expect(breaks).toEqual([]);
    await write(1);
    await subscriber.untilEvents(3);
    await subscriber.leave();
  });

  it('leaves a healthy one alone while others write, a little or a lot', async () => {
    const subscriber = await subscribed();
    const others = EventStoreDBClient.connectionString(server.url);
    const notes = (length: number) => Array.from({ length }, () => jsonEvent({ type: 'Note', data: {} }));
    for (let round = 0; round < 6; round += 1) {
      await others.appendToStream('notes', notes(round % 2 === 0 ? 1 : 500));
      await untilAsked(2);
    }
    expect(breaks).toEqual([]);
    await others.dispose();
    await subscriber.leave();
  });

  it('leaves one alone that has far to look for the next event of ours, as long as it says how far it has looked', async () => {
    const others = EventStoreDBClient.connectionString(server.url);
    for (let round = 0; round < 12; round += 1)
      await others.appendToStream(
        'notes',
        Array.from({ length: 1_000 }, () => jsonEvent({ type: 'Note', data: {} })),
      );
    await others.dispose();
    await write(1);
    server.misbehave('looks-slowly');
    const subscriber = new Subscriber(store);
    await subscriber.untilEvents(3);
    expect(subscriber.events.map(plain)).toEqual(written);
    expect(breaks).toEqual([]);
    await subscriber.leave();
  });

  it('leaves a reader alone that takes its time', async () => {
    await write(20);
    const leaving = new AbortController();
    const seen: ReturnType<typeof plain>[] = [];
    const clock = await subscribed();
    for await (const message of store.subscribe({ signal: leaving.signal })) {
      if (message.kind !== 'event') continue;
      seen.push(plain(message.event));
      if (seen.length === 1) await untilAsked(4);
      if (seen.length === 22) await write(1);
      if (seen.length === 23) leaving.abort();
    }
    expect(seen).toEqual(written);
    expect(breaks).toEqual([]);
    await clock.leave();
  });
});

const untilTold = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};
