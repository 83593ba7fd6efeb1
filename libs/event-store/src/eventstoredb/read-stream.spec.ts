import type { ResolvedEvent } from '@eventstore/db-client';
import { startProtocolServer, type ProtocolServer } from '../../../../test/protocol-server';
import { asStored, events, freshStream, plain } from '../contract/samples.contract';
import { openEventStoreDb, type EventStoreDb } from '.';
import { addressOf } from './address';
import { Connection } from './connection';
import { Patience } from './patience';
import { readStream } from './read-stream';
import { Truncations } from './truncation';
import { Reading } from './reading';

const PATIENCE_MS = 60_000;

/** Reads from a server that takes more than half of the patience for each page, by the clock of this process. */
class LongReading extends Reading {
  override async stream(...asked: Parameters<Reading['stream']>): Promise<ResolvedEvent[] | undefined> {
    const page = await super.stream(...asked);
    const now = performance.now() + 0.6 * PATIENCE_MS;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    return page;
  }
}

describe('a stream of several pages', () => {
  let server: ProtocolServer;
  let store: EventStoreDb;
  let connection: Connection;

  beforeEach(async () => {
    server = await startProtocolServer();
    store = openEventStoreDb({ url: server.url, installation: 'acme' });
    connection = new Connection(addressOf(server.url));
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await store.close();
    await connection.close();
    await server.stop();
  });

  it('is read to its end however long all of it takes, as long as each page comes in time', async () => {
    const [stream, batch] = [freshStream(store), events(2_500)];
    for (let at = 0; at < batch.length; at += 500)
      await store.append(stream, batch.slice(at, at + 500), at === 0 ? 'no-stream' : at - 1);
    const reading = new LongReading(connection);
    const read = await readStream(
      { reading, truncations: new Truncations(reading) },
      stream,
      { from: 0, limit: Infinity },
      new Patience(PATIENCE_MS),
    );
    expect(read.map(plain)).toEqual(asStored(stream, batch));
  });
});
