import type { EventStore } from '@docket/kernel';
import { until } from '@docket/kernel/testing';
import { startProtocolServer, type ProtocolServer } from '../../../../test/protocol-server';
import { events, freshStream } from '../contract/samples.contract';
import { Subscriber } from '../contract/subscriber.contract';
import { openEventStoreDb, type EventStoreDbOptions } from '.';
import { Outage } from './outage';

const AWAY = 'the event store does not answer';
const BACK = 'the event store answers again';

/** So many milliseconds, in which nothing may be told. */
const passed = async (milliseconds: number): Promise<void> => {
  const end = performance.now() + milliseconds;
  await until('that time has passed', () => performance.now() > end);
};

describe('an outage of EventStoreDB', () => {
  let server: ProtocolServer;
  let store: EventStore;
  let told: string[];
  let breaks: number;
  const open = (options: Partial<EventStoreDbOptions>): EventStore => {
    [told, breaks] = [[], 0];
    return (store = openEventStoreDb({
      ...{ url: server.url, installation: 'outage', readTimeoutMs: 2_000, onBreak: () => (breaks += 1) },
      onTrouble: (what, error) =>
        told.push(error === undefined ? what : `${what}: ${error instanceof Error}`),
      ...options,
    }));
  };
  beforeEach(async () => {
    server = await startProtocolServer();
  });
  afterEach(async () => {
    await store.close();
    await server.stop();
  });

  it('is told once when it lasts, however many are cut off, and once when it is over', async () => {
    open({ outageMs: 50 });
    const [one, other] = [new Subscriber(store), new Subscriber(store)];
    await Promise.all([one.untilCaughtUp(), other.untilCaughtUp()]);
    for (let times = 1; times <= 2; times += 1) {
      const saidBefore = [one.messages.length, other.messages.length];
      await server.halt();
      await until('it is told', () => told.length === times * 2 - 1);
      await server.start();
      await one.until('one goes on', () => one.messages.length > (saidBefore[0] ?? 0));
      await other.until('the other goes on', () => other.messages.length > (saidBefore[1] ?? 0));
      await until('that is told', () => told.length === times * 2);
    }
    expect(told).toEqual([`${AWAY}: true`, BACK, `${AWAY}: true`, BACK]);
    await Promise.all([one.leave(), other.leave()]);
  });

  it('is not what is over before: a subscription that is dropped and goes on', async () => {
    open({ outageMs: 1_000 });
    const subscriber = new Subscriber(store);
    await subscriber.untilCaughtUp();
    for (let drop = 1; drop <= 3; drop += 1) {
      server.dropSubscriptions('consumer-too-slow');
      await store.append(freshStream(store), events(1), 'no-stream');
      await subscriber.untilEvents(drop);
    }
    await passed(1_100);
    expect([breaks, told]).toEqual([3, []]);
    await subscriber.leave();
  });

  it('is not told of somebody who left meanwhile', async () => {
    open({ outageMs: 300 });
    const subscriber = new Subscriber(store);
    await subscriber.untilCaughtUp();
    await server.halt();
    await until('it is broken', () => breaks > 0);
    await subscriber.leave();
    await passed(400);
    expect(told).toEqual([]);
  });
});

describe('who is cut off by an outage', () => {
  const [one, other] = [{}, {}];
  const told: string[] = [];
  const outage = () => new Outage((what) => told.push(what), 1);
  beforeEach(() => told.splice(0));

  it('is waited for, all of them, before it is over', () => {
    const lasting = outage();
    for (const subscriber of [one, other]) lasting.begins(subscriber, 'refused');
    lasting.isAnswered(one);
    expect(told).toEqual([AWAY]);
    lasting.isAnswered(other);
    expect(told).toEqual([AWAY, BACK]);
  });

  it('ends nothing by leaving; the next who is answered does', () => {
    const lasting = outage();
    lasting.begins(one, 'refused');
    lasting.leaves(one);
    lasting.begins(other, 'refused');
    lasting.leaves(other);
    expect(told).toEqual([AWAY]);
    lasting.isAnswered({});
    expect(told).toEqual([AWAY, BACK]);
  });
});
