import { EventStoreDBClient } from '@eventstore/db-client';
import { startUnreliableServer, type UnreliableServer } from '../../../../test/protocol-server';
import { addressOf } from './address';
import { Connection } from './connection';
import { Patience } from './patience';
import { Reading } from './reading';

/** Resolves when the condition holds; it is looked at whenever the event loop turns. */
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

describe('the connection to an EventStoreDB', () => {
  let server: UnreliableServer;
  let connection: Connection;
  let reading: Reading;

  beforeEach(async () => {
    server = await startUnreliableServer();
    connection = new Connection(addressOf(server.url));
    reading = new Reading(connection);
  });
  afterEach(async () => {
    await connection.close();
    await server.stop();
  });

  const client = (): EventStoreDBClient => {
    const line = connection.take();
    line.release();
    return line.client;
  };
  const askInVain = () => reading.stream('acme.log', 0, 1, new Patience(50)).catch(() => undefined);

  it('goes through a new client after three questions in a row that were not answered', async () => {
    const first = client();
    server.misbehave('silent');
    for (const same of [true, true, false]) {
      await askInVain();
      expect(client() === first).toBe(same);
    }
  });

  it('keeps its client when a question between was answered, if only with a refusal', async () => {
    const administrator = EventStoreDBClient.connectionString(server.url);
    await administrator.tombstoneStream('acme.gone');
    await administrator.dispose();
    const first = client();
    for (let round = 0; round < 3; round += 1) {
      server.misbehave('silent');
      await askInVain();
      await askInVain();
      server.behave();
      await expect(reading.stream('acme.gone', 0, 1, new Patience(2_000))).rejects.toThrow('was deleted');
    }
    expect(client()).toBe(first);
  });

  it('replaces a client once, however many of its questions fail at the same time', async () => {
    const first = client();
    server.misbehave('silent');
    await Promise.all(Array.from({ length: 20 }, askInVain));
    const second = client();
    expect(second).not.toBe(first);
    server.behave();
    expect(await reading.stream('acme.log', 0, 1, new Patience(2_000))).toBeUndefined();
    expect(client()).toBe(second);
  });

  it('lets what is under way on a replaced client go on, and closes that client afterwards', async () => {
    let finish: (answer: string) => void = () => undefined;
    const answer = connection.ask(() => new Promise<string>((resolve) => (finish = resolve)));
    await reading.stream('acme.log', 0, 1, new Patience(2_000));
    server.misbehave('silent');
    await Promise.all([askInVain(), askInVain(), askInVain()]);
    server.behave();
    await reading.stream('acme.log', 0, 1, new Patience(2_000));
    expect(server.connections()).toBe(2);
    finish('late, but there');
    expect(await answer).toBe('late, but there');
    await until(() => server.connections() === 1);
  });

  it('closes the client in use and the replaced one that is still used', async () => {
    const held = connection.take();
    await reading.stream('acme.log', 0, 1, new Patience(2_000));
    connection.replace(held);
    await reading.stream('acme.log', 0, 1, new Patience(2_000));
    expect(server.connections()).toBe(2);
    await connection.close();
    await until(() => server.connections() === 0);
    held.release();
  });

  it('has no part in what another client of the same address suffers', async () => {
    const neighbour = new Connection(addressOf(server.url));
    await Promise.all(
      [reading, new Reading(neighbour)].map((one) => one.stream('acme.log', 0, 1, new Patience(2_000))),
    );
    expect(server.connections()).toBe(2);
    await neighbour.close();
    await until(() => server.connections() === 1);
    expect(await reading.stream('acme.log', 0, 1, new Patience(2_000))).toBeUndefined();
  });
});
