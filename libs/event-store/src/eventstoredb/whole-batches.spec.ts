import { setImmediate as nextTurn } from 'node:timers/promises';
import { startUnreliableServer, type UnreliableServer } from '../../../../test/protocol-server';
import { asStored, events, freshStream, plain } from '../contract/samples.contract';
import { openEventStoreDb, type EventStoreDb } from '.';
import { LIMITS, openBriefly, repeatedUntilKnown } from './unreliable-server.scenes';

/** Nothing else happens in this process for so long: no answer is read, and all timers are late. */
const stall = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

/**
 * A real server writes what has come of a batch when its client cancels the call, so that a client's own deadline, in a
 * process that stood still while it sent, would leave half a batch behind.
 */
const describeWholeBatches = (url: () => string): void => {
  let store: EventStoreDb;
  let patient: EventStoreDb;
  beforeEach(() => {
    store = openBriefly({ url: url() });
    patient = openEventStoreDb({ url: url(), installation: store.installation });
  });
  afterEach(async () => {
    await store.close();
    await patient.close();
  });

  it.each([0, 1, 2, 4, 8, 16, 32, 64])(
    'stores a batch whole although the process stood still %i turns after it began to send',
    async (turns) => {
      await patient.logId();
      const [stream, batch] = [freshStream(store), events(500)];
      const first = store.append(stream, batch, 'no-stream').catch(() => undefined);
      for (let turn = 0; turn < turns; turn += 1) await nextTurn();
      stall(LIMITS.appendTimeoutMs + 100);
      await first;
      await repeatedUntilKnown(() => patient.append(stream, batch, 'no-stream'));
      expect((await patient.read(stream)).map(plain)).toEqual(asStored(stream, batch));
    },
  );
};

describe('a server that writes what came of a batch that was broken off', () => {
  let server: UnreliableServer;
  beforeEach(async () => {
    server = await startUnreliableServer();
    server.misbehave('writes-broken-off-batches');
  });
  afterEach(() => server.stop());

  describeWholeBatches(() => server.url);

  it('is told that a call goes on long after nobody waits for it any more', async () => {
    const store = openBriefly(server);
    await repeatedUntilKnown(() => store.append(freshStream(store), events(2), 'no-stream'));
    const short = server.allowances().filter((milliseconds) => milliseconds < 100 * LIMITS.appendTimeoutMs);
    expect([server.allowances().length > 0, short]).toEqual([true, []]);
    await store.close();
  });
});

const realServer = process.env['TEST_EVENTSTORE_URL'];
if (realServer !== undefined)
  describe('a real server', () => {
    describeWholeBatches(() => realServer);
  });
