import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { startProtocolServer, type ProtocolServer } from '../../../../test/protocol-server';
import { addressOf } from './address';
import { Connection } from './connection';
import { lookBack } from './head';
import { Patience } from './patience';
import { toPosition } from './positions';
import { Reading } from './reading';

describe('the walk back from the end of the log', () => {
  let server: ProtocolServer;
  let connection: Connection;
  let administrator: EventStoreDBClient;

  beforeEach(async () => {
    server = await startProtocolServer();
    connection = new Connection(addressOf(server.url));
    administrator = EventStoreDBClient.connectionString(server.url);
  });
  afterEach(async () => {
    await administrator.dispose();
    await connection.close();
    await server.stop();
  });

  /** Where the last of so many events of a stream came to lie. */
  const written = async (stream: string, count: number) => {
    const notes = Array.from({ length: count }, () => jsonEvent({ type: 'Note', data: {} }));
    const { position } = await administrator.appendToStream(stream, notes);
    return toPosition(position!);
  };
  const isOurs = (stream: string) => stream.startsWith('acme-');
  const from = (downTo: string) => lookBack(new Reading(connection), isOurs, downTo, new Patience(20_000));

  it('finds the last event of ours behind any number of others', async () => {
    const start = await written('others', 1);
    const ours = await written('acme-project-1', 2);
    const end = await written('others', 100);
    expect(await from(start)).toEqual({ end, ours });
  });

  it('ends where it is told to, and does not look through what lies before', async () => {
    await written('acme-project-1', 1);
    await written('others', 100);
    const downTo = await written('others', 1);
    const end = await written('others', 1);
    expect(await from(downTo)).toEqual({ end, ours: undefined });
  });

  it('ends at the beginning of a log that has nothing of ours', async () => {
    const end = await written('others', 100);
    expect(await from('0')).toEqual({ end, ours: undefined });
  });
});
