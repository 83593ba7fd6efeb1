import timers from 'node:timers/promises';
import { startProtocolServer, type ProtocolServer } from '../../../../test/protocol-server';
import { asStored, events, freshStream, plain } from '../contract/samples.contract';
import { Subscriber } from '../contract/subscriber.contract';
import { openEventStoreDb, type EventStoreDb } from '.';

const ROUNDS = 6;
/** The longest pause after a first break. */
const FIRST_MS = 40;

describe('a subscription that is dropped again and again', () => {
  let server: ProtocolServer;
  let store: EventStoreDb;
  const breaks: unknown[] = [];

  beforeEach(async () => {
    breaks.length = 0;
    server = await startProtocolServer();
    const onBreak = (reason: unknown) => void breaks.push(reason);
    store = openEventStoreDb({ url: server.url, installation: 'acme', onBreak });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await store.close();
    await server.stop();
  });

  it('goes on at once each time that something came in between: every break is a first one', async () => {
    const pauses = jest.spyOn(timers, 'setTimeout');
    const subscriber = new Subscriber(store);
    const written: ReturnType<typeof plain>[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      const [stream, batch] = [freshStream(store), events(1)];
      await store.append(stream, batch, 'no-stream');
      written.push(...asStored(stream, batch));
      await subscriber.untilEvents(round);
      server.dropSubscriptions('consumer-too-slow');
    }
    await subscriber.until('every break is told', () => breaks.length >= ROUNDS);
    await subscriber.leave();
    expect(subscriber.events.map(plain)).toEqual(written);
    // what can be cut short is a pause of the follower; the server of the test waits in another way
    const paused = pauses.mock.calls.flatMap(([milliseconds, , how]) =>
      how?.signal ? [milliseconds ?? 0] : [],
    );
    const long = paused.filter((milliseconds) => milliseconds > FIRST_MS);
    expect([breaks.length, paused.length, long]).toEqual([ROUNDS, ROUNDS, []]);
  });
});
