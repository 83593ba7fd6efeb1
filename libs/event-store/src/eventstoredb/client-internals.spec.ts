import { EventStoreDBClient } from '@eventstore/db-client';
import { until } from '@docket/kernel/testing';
import { startUnreliableServer, type UnreliableServer } from '../../../../test/protocol-server';
import { channelOf, OPTIONS, serverVersionOf, settingsIn } from './client-internals';

describe('what is taken from the inside of the client', () => {
  let server: UnreliableServer;
  let client: EventStoreDBClient;
  beforeEach(async () => {
    server = await startUnreliableServer({ version: '23.10.8' });
    client = EventStoreDBClient.connectionString(server.url);
  });
  afterEach(async () => {
    await client.dispose();
    await server.stop();
  });

  it('dist/Client/parseConnectionString: how an address is read, before anything is sent', () => {
    expect(
      settingsIn(
        'esdb+discover://docket:pass%20word@a.example.org,b.example.org:2114?tls=false&keepAliveTimeout=7',
      ),
    ).toEqual({
      dnsDiscover: true,
      defaultCredentials: { username: 'docket', password: 'pass word' },
      hosts: [
        { address: 'a.example.org', port: 2113 },
        { address: 'b.example.org', port: 2114 },
      ],
      tls: false,
      keepAliveTimeout: 7,
    });
    expect(() => settingsIn('http://127.0.0.1:2113')).toThrow('Unexpected "http://"');
  });

  it('dist/Client/parseConnectionString: the options that it takes, and no other', () => {
    const { warn } = console;
    const warned: unknown[] = [];
    console.warn = (words: unknown) => void warned.push(words);
    const values = { nodePreference: 'leader', tls: 'true', throwOnAppendFailure: 'true' };
    const read = OPTIONS.map((name) =>
      settingsIn(`esdb://n1?${name}=${new Map(Object.entries(values)).get(name) ?? '7'}`),
    );
    expect(read.map((settings) => Object.keys(settings).at(-1))).toEqual(OPTIONS);
    expect(warned).toEqual([]);
    settingsIn('esdb://n1?notAnOption=1');
    expect(warned).toEqual([expect.stringContaining('Unknown option key "notAnOption"')]);
    console.warn = warn;
  });

  it("client['capabilities']: the release that a server says it is, and a failure for ever", async () => {
    expect(await serverVersionOf(client)).toBe('23.10.8');
    const unlucky = EventStoreDBClient.connectionString(`${server.url}&keepAliveTimeout=10001`);
    server.misbehave('fails-capabilities-once');
    await expect(serverVersionOf(unlucky)).rejects.toThrow('Exception');
    await expect(serverVersionOf(unlucky)).rejects.toThrow('Exception');
    await unlucky.dispose();
  });

  it("client['getChannel']: the connection that the client speaks through, which its own end leaves open", async () => {
    await serverVersionOf(client);
    const channel = await channelOf(client);
    expect(server.connections()).toBe(1);
    await client.dispose();
    expect(server.connections()).toBe(1);
    channel.close();
    await until('the connection is closed', () => server.connections() === 0);
  });
});
