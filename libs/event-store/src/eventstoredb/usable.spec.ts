import { binaryEvent, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttp2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { startUnreliableServer, type UnreliableServer, type Way } from '../../../../test/protocol-server';
import { events, freshStream } from '../contract/samples.contract';
import { EventStoreUnusable } from '../event-store-unusable';
import { openEventStoreDb, type EventStoreDb } from '.';
import { LIMITS, openBriefly, PATIENT } from './unreliable-server.scenes';

const opened: EventStoreDb[] = [];
const open = (...[at, options]: Parameters<typeof openBriefly>): EventStoreDb => {
  const store = openBriefly(at, { ...PATIENT, ...options });
  opened.push(store);
  return store;
};

/** Why the store cannot be used; fails when it can. */
const refusalOf = async (store: EventStoreDb): Promise<string> => {
  const refused = await store.assertUsable().catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(EventStoreUnusable);
  return refused instanceof Error ? refused.message : '';
};

const nobodyAt = (port: number, why: string): string =>
  `No EventStoreDB answers at esdb://127.0.0.1:${port}: ${why}. `;

let server: UnreliableServer;
beforeEach(async () => {
  server = await startUnreliableServer();
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  await server.stop();
});

describe('what EventStoreDB is asked at start', () => {
  it('takes a server that is there, with a log or without one', async () => {
    const store = open(server);
    await store.assertUsable();
    await store.append(freshStream(store), events(1), 'no-stream');
    await store.assertUsable();
    expect(await store.head()).toBeDefined();
  });

  it('writes nothing', async () => {
    const store = open(server);
    await store.assertUsable();
    const administrator = EventStoreDBClient.connectionString(server.url);
    const found = administrator.readStream(`${store.installation}.log`);
    await expect(found.toArray()).rejects.toThrow('not found');
    await administrator.dispose();
  });

  it('knows whether a log was begun, and begins none to know it', async () => {
    const store = open(server);
    expect(await store.hasBegun()).toBe(false);
    expect(await store.hasBegun()).toBe(false);
    await store.logId();
    expect(await store.hasBegun()).toBe(true);
  });

  it('says that nobody is there, where it looked, and what would help', async () => {
    await server.halt();
    const said = await refusalOf(open(server));
    expect(said).toContain(nobodyAt(server.port, 'nobody listens there'));
    expect(said).toMatch(/ \(14 UNAVAILABLE: .* ECONNREFUSED 127\.0\.0\.1:\d+\)$/);
    expect(said).toContain('Check the address and that the server runs and can be reached from here');
    await server.start();
  });

  it('says of another program that speaks the same transport that it did not say what it is', async () => {
    const other = createHttp2Server().on('stream', (stream) => {
      stream.respond({ ':status': 404 });
      stream.end();
    });
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await refusalOf(open({ url: `esdb://127.0.0.1:${port}?tls=false` }))).toContain(
      `What answers at esdb://127.0.0.1:${port} did not say that it is an EventStoreDB`,
    );
    other.close();
  });

  it('says the same of a server of another kind', async () => {
    const web = createHttpServer((_, response) => response.end('Welcome')).listen(0, '127.0.0.1');
    await once(web, 'listening');
    const { port } = web.address() as AddressInfo;
    const said = await refusalOf(open({ url: `esdb://127.0.0.1:${port}?tls=false` }));
    expect(said).toContain(nobodyAt(port, 'what listens there speaks another protocol'));
    web.closeAllConnections();
    web.close();
  });

  it('says that tls=false is missing where a server has no certificate, and tells no password', async () => {
    const said = await refusalOf(open({ url: `esdb://docket:s3cret@127.0.0.1:${server.port}` }));
    expect(said).toContain(nobodyAt(server.port, 'what listens there speaks no TLS'));
    expect(said).toContain('tls=false belongs to the address of a server without certificate');
    expect(said).not.toContain('s3cret');
  });

  it.each<[Way, string]>([
    ['silent', 'did not answer within 300 ms'],
    ['frozen', 'did not answer within 300 ms'],
    ['not-ready', 'is starting and not ready yet. Start again in a few seconds.'],
    ['refuses-credentials', 'refuses the user that is named in its address. Check name and password'],
  ])('says of a server that is %s what is so', async (way, sentence) => {
    server.misbehave(way);
    const said = await refusalOf(open(server, LIMITS));
    expect(said).toContain(`esdb://127.0.0.1:${server.port}`);
    expect(said).toContain(sentence);
  });

  it('asks again when the first answer fails, and once more when it is asked to', async () => {
    server.misbehave('fails-capabilities-once');
    await open(server).assertUsable();
    const store = open(server);
    server.misbehave('not-ready');
    await refusalOf(store);
    server.behave();
    await store.assertUsable();
  });

  it('is an outage like any other once the store is closed', async () => {
    const store = open(server);
    await store.close();
    await expect(store.assertUsable()).rejects.toThrow('The event store was closed.');
  });
});

describe('which releases of EventStoreDB are taken', () => {
  const of = async (version: string) => {
    await server.stop();
    server = await startUnreliableServer({ version });
    return open(server);
  };

  it.each(['23.10.0', '23.10.8', 'v23.10.8', '24.2.0', '24.10.1-alpha', '25.0.0'])(
    'takes %s',
    async (version) => {
      await (await of(version)).assertUsable();
    },
  );

  it.each(['5.0.11', '22.10.5', '23.6.0', 'development'])('refuses "%s"', async (version) => {
    expect(await refusalOf(await of(version))).toBe(
      `esdb://127.0.0.1:${server.port} is an EventStoreDB ${version}; Docket takes 23.10 or later, because ` +
        'earlier ones do not say when a subscription has caught up. Upgrade it, or name another server.',
    );
  });

  it.each(['unknown', ''])('takes for another program what tells no release: "%s"', async (version) => {
    expect(await refusalOf(await of(version))).toBe(
      `What answers at esdb://127.0.0.1:${server.port} did not say that it is an EventStoreDB: it may be another program. Check host ` +
        'and port in the address; an EventStoreDB says its release from 21.10 on, and Docket takes 23.10 or later.',
    );
  });
});

describe('what somebody else did under our name before the start', () => {
  let administrator: EventStoreDBClient;
  beforeEach(() => {
    administrator = EventStoreDBClient.connectionString(server.url);
  });
  afterEach(() => administrator.dispose());

  it('refuses a name under which somebody else writes', async () => {
    const store = open(server);
    await administrator.appendToStream(`${store.installation}.log`, jsonEvent({ type: 'Started', data: {} }));
    expect(await refusalOf(store)).toContain(
      `Event 0 of ${store.installation}.log was not written by Docket.`,
    );
  });

  it('refuses a name whose log id is none', async () => {
    const store = open(server);
    await administrator.appendToStream(
      `${store.installation}.log`,
      binaryEvent({ type: 'LogCreated.v1', data: Buffer.from('none') }),
    );
    expect(await refusalOf(store)).toBe(
      `${store.installation}.log holds no log id: it was not written by Docket. Choose another DOCKET_INSTALLATION, or another EventStoreDB.`,
    );
  });

  it('refuses a log whose id is hidden by metadata', async () => {
    const store = open(server);
    await store.logId();
    await administrator.setStreamMetadata(`${store.installation}.log`, { truncateBefore: 1 });
    const later = open(server, { installation: store.installation });
    expect(await refusalOf(later)).toContain(`Stream ${store.installation}.log is truncated by its metadata`);
  });
});

describe('an address that is refused before anything is sent', () => {
  const refused = (url: string, allowInsecure = false) => {
    try {
      opened.push(openEventStoreDb({ url, installation: 'acme', allowInsecure }));
      return 'taken';
    } catch (error) {
      return error instanceof EventStoreUnusable ? error.message : error;
    }
  };

  it.each([
    'esdb://127.0.0.1:2113?tls=false',
    'esdb://127.8.9.10:2113?tls=false',
    'esdb://localhost?TLS=false',
    'esdb://docket:pass%20word@db.example.org:2113',
    'esdb+discover://docket:password@cluster.example.org',
    'esdb://docket:password@a.example.org:2113,b.example.org:2113?tls=true',
  ])('takes %s', (url) => {
    expect(refused(url)).toBe('taken');
  });

  it.each([
    ['esdb://db.example.org:2113?tls=false', 'esdb://db.example.org:2113'],
    ['esdb://docket:s3cret@10.0.0.7?tls=false', 'esdb://10.0.0.7:2113'],
    ['esdb+discover://cluster.example.org?TLS=false', 'esdb+discover://cluster.example.org:2113'],
    ['esdb://127.0.0.1:2113,db.example.org:2113?tls=false', 'esdb://127.0.0.1:2113,db.example.org:2113'],
    ['esdb://127.0.0.1.example.org:2113?tls=false', 'esdb://127.0.0.1.example.org:2113'],
  ])('refuses %s, and takes it when it is told to', (url, address) => {
    expect(refused(url)).toBe(
      `${address} is another machine, and with tls=false everybody on the way reads and changes what is said to it. ` +
        'Give that server a certificate and leave tls=false out; in a network that is closed to all others, DOCKET_INSECURE=on takes it as it is.',
    );
    expect(refused(url, true)).toBe('taken');
  });

  it('wants a user for a secure server', () => {
    expect(refused('esdb://db.example.org:2113')).toBe(
      'esdb://db.example.org:2113 names no user, and a secure EventStoreDB wants one: esdb://USER:PASSWORD@HOST:PORT.',
    );
  });

  it.each([
    'http://127.0.0.1:2113',
    'esdb://',
    'esdb://127.0.0.1:port',
    'esdb://a:s3cret%ZZ@db.example.org',
    '127.0.0.1',
    '',
  ])('says how an address is written: "%s"', (url) => {
    expect(refused(url)).toBe(
      'The address of EventStoreDB cannot be read. It is written like esdb://USER:PASSWORD@HOST:2113 or ' +
        'esdb://127.0.0.1:2113?tls=false; what is no letter or digit in a password is percent-encoded.',
    );
  });
});
