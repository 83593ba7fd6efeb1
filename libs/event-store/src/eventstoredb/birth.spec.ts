import { startUnreliableServer, type UnreliableServer } from '../../../../test/protocol-server';
import { openEventStoreDb, type EventStoreDb } from '.';
import { PATIENT } from './unreliable-server.scenes';

describe('the record of when a log began', () => {
  let server: UnreliableServer;
  const opened: EventStoreDb[] = [];
  beforeEach(async () => {
    server = await startUnreliableServer();
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
    await server.stop();
  });

  /** What so many at once are told, and how often the server was asked for it. */
  const askedBy = async (count: number, installation: string) => {
    const store = openEventStoreDb({ url: server.url, installation, ...PATIENT });
    opened.push(store);
    const before = server.calls();
    const ids = await Promise.all(Array.from({ length: count }, () => store.logId()));
    return { ids: new Set(ids).size, calls: server.calls() - before };
  };

  it('is made once for all who need it at once: twenty cost the server no more than one', async () => {
    const alone = await askedBy(1, 'alone');
    expect(await askedBy(20, 'together')).toEqual(alone);
  });
});
