import { randomUUID } from 'node:crypto';
import { startProtocolServer, type ProtocolServer } from '../../../../test/protocol-server';
import { describeEventStore, type OpenHarness } from '../event-store.contract';
import { openEventStoreDb } from '.';

/** The harness over a server: each test has installations of its own in the one log that all share. */
const harnessOn =
  (url: () => string): OpenHarness =>
  async () => {
    const installation = `t${randomUUID().replaceAll('-', '').slice(0, 16)}`;
    const opened = [openEventStoreDb({ url: url(), installation })];
    const open = (name: string) => {
      const store = openEventStoreDb({ url: url(), installation: name });
      opened.push(store);
      return store;
    };
    let current = opened[0]!;
    return {
      store: current,
      reopen: async () => {
        await current.close();
        current = open(installation);
        return current;
      },
      neighbour: async () => open(`${installation}x`),
      dispose: async () => {
        for (const store of opened) await store.close();
      },
    };
  };

describe('against the protocol server', () => {
  let server: ProtocolServer;
  beforeAll(async () => {
    server = await startProtocolServer();
  });
  afterAll(() => server.stop());

  describeEventStore(
    'EventStoreDB',
    harnessOn(() => server.url),
  );
});

const realServer = process.env['TEST_EVENTSTORE_URL'];
const isRequired = (process.env['REQUIRE_SERVERS'] ?? '').split(',').includes('eventstore');

if (realServer !== undefined)
  describeEventStore(
    'EventStoreDB, a real server',
    harnessOn(() => realServer),
  );
else if (isRequired)
  it('runs against a real server, as REQUIRE_SERVERS demands', () => {
    throw new Error('TEST_EVENTSTORE_URL names no server, but REQUIRE_SERVERS names eventstore.');
  });
else
  console.info(
    'EventStoreDB: the contract was not run against a real server; TEST_EVENTSTORE_URL is not set.',
  );
