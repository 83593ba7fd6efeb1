import { checkServer } from '@docket/postgres';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Child, type Ended } from '../e2e/cli.fixture';
import { startProtocolServer, type ProtocolServer } from '../protocol-server';
import { OwnPostgres } from './own-postgres.fixture';
import { describeOnOwnPostgres } from './own-servers.fixture';

/** What the check of a server says that cannot be used. */
const said = (url: string): Promise<string> =>
  checkServer(url).then(
    () => 'it can be used',
    (error: Error) => `${error.name}: ${error.message}`,
  );

const settings = (
  eventStore: string,
  readModel: string,
  jobs = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:9',
) => ({
  DOCKET_EVENT_STORE: eventStore,
  DOCKET_READ_MODEL: readModel,
  DOCKET_JOBS: jobs,
  PORT: '0',
});

const ended = (
  app: 'api' | 'worker' | 'cli',
  args: readonly string[],
  given: Record<string, string>,
): Promise<Ended> => new Child(app, args, given, 30).ended;

describe('servers that are not there', () => {
  it.each(['api', 'worker'] as const)(
    'are named together by the %s, with what helps and without a password',
    async (app) => {
      const { code, stderr } = await ended(
        app,
        [],
        settings(
          'esdb://docket:hidden@127.0.0.1:9?tls=false',
          'postgres://docket:hidden@127.0.0.1:9/docket',
          'redis://:hidden@127.0.0.1:9',
        ),
      );
      expect(code).toBe(2);
      // all of them go without Redis while it is away
      expect(stderr).toMatch(
        /2 servers cannot be used:\n  - DOCKET_EVENT_STORE: .+\n  - DOCKET_READ_MODEL: PostgreSQL at 127\.0\.0\.1:9: nobody listens there\. Start the server, or correct host and port in the address\.\n/,
      );
      expect(stderr).not.toMatch(/hidden|\n\s+at /);
    },
  );

  it.each(['api', 'worker'] as const)(
    'are not spoken to by the %s where they are on another machine and have no TLS; all three are named',
    async (app) => {
      const { code, stderr } = await ended(
        app,
        [],
        settings(
          'esdb://docket:hidden@192.0.2.1?tls=false',
          'postgres://docket:hidden@192.0.2.1/docket',
          'redis://:hidden@192.0.2.1',
        ),
      );
      const told = ['DOCKET_EVENT_STORE', 'DOCKET_READ_MODEL', 'DOCKET_JOBS'].map(
        (name) => `  - ${name}: .+ another machine, .+ DOCKET_INSECURE=on takes it as it is\\.`,
      );
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(new RegExp(`3 servers cannot be used:\\n${told.join('\\n')}`)),
      ]);
      expect(stderr).not.toContain('hidden');
    },
  );

  it('are a usage error for a command of the terminal, too', async () => {
    const { code, stdout } = await ended(
      'cli',
      ['rank', '--json'],
      settings('esdb://127.0.0.1:9?tls=false', 'postgres://127.0.0.1:9/docket'),
    );
    expect([code, JSON.parse(stdout)]).toEqual([
      2,
      expect.objectContaining({
        code: 'servers-unusable',
        detail: expect.stringContaining('DOCKET_READ_MODEL: PostgreSQL'),
      }),
    ]);
  });

  it('are given up when they take a connection and say nothing', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    expect(await said(`postgres://a@127.0.0.1:${port}/b`)).toBe(
      `DatabaseUnavailable: PostgreSQL at 127.0.0.1:${port}: it did not answer in time, or broke off. See whether it is a PostgreSQL that runs there.`,
    );
    silent.close();
  });

  it('are looked for by a name that nobody has', async () =>
    expect(await said('postgres://docket@no-such-machine.invalid/docket?sslmode=verify-full')).toMatch(
      /^DatabaseUnavailable: PostgreSQL at no-such-machine\.invalid: (there is no machine of that name\. Correct the host in the address|the name of the machine cannot be looked up at the moment)\.$/,
    ));
});

describeOnOwnPostgres('a PostgreSQL that cannot be used', (programs) => {
  let own: OwnPostgres;
  let at: string;
  beforeAll(async () => {
    own = await OwnPostgres.start(programs);
    at = `PostgreSQL at 127.0.0.1:${own.port}`;
    await own.run(`create role guest login password 'right'; create role nobody`);
  });
  afterAll(() => own.remove());

  it('is said to be one whose role may not make schemas, with the grant that helps', async () => {
    const refused =
      'UnsuitableDatabase: This PostgreSQL cannot be used: role "guest" may not make schemas in database "postgres": grant create on database "postgres" to "guest".';
    expect(await said(own.urlOf('guest'))).toBe(refused);
    await own.run('grant create on database "postgres" to "guest"');
    expect(await said(own.urlOf('guest'))).toBe('it can be used');
    await own.run('revoke create on database postgres from guest');
  });

  it('is said to have no such database, and no such role', async () => {
    expect(await said(own.urlOf('guest', 'elsewhere'))).toBe(
      `UnsuitableDatabase: ${at}: it has no database "elsewhere". Make it (createdb), or name another at the end of the address.`,
    );
    expect(await said(own.urlOf('stranger'))).toBe(
      `UnsuitableDatabase: ${at}: it does not let role "stranger" in. Make the role (create role … login), or allow it in pg_hba.conf.`,
    );
  });

  it('is said to have no role for an address that names no user, or names it elsewhere', async () => {
    process.env.PGUSER = 'whoever-runs-docket';
    const nameless = `postgres://127.0.0.1:${own.port}/postgres`;
    expect(await said(nameless)).toBe(
      `UnsuitableDatabase: ${at}: the address names no user, and it does not let in whoever runs Docket. Write postgres://USER@HOST:PORT/DATABASE.`,
    );
    expect(await said(`${nameless}?user=stranger`)).toBe(
      `UnsuitableDatabase: ${at}: it does not let role "stranger" in. Make the role (create role … login), or allow it in pg_hba.conf.`,
    );
    delete process.env.PGUSER;
  });

  it('is said to want a password, or to refuse it', async () => {
    own.requirePasswords();
    await own.stop();
    await own.startAgain();
    expect(await said(own.urlOf('guest'))).toBe(
      `UnsuitableDatabase: ${at} wants a password for role "guest", and the address has none: postgres://USER:PASSWORD@HOST:PORT/DATABASE.`,
    );
    const wrong = own.urlOf('guest:wrong');
    expect(await said(wrong)).toBe(
      `UnsuitableDatabase: ${at}: it refuses the password of role "guest". Check user and password in the address.`,
    );
  });

  it('is said to be full', async () => {
    await own.stop();
    await own.startAgain('max_connections=4', 'superuser_reserved_connections=3');
    const held = await own.busyConnection('guest:right');
    expect(await said(own.urlOf('guest:right'))).toBe(
      `DatabaseUnavailable: ${at}: it takes no more connections. Raise max_connections, and the CONNECTION LIMIT of the role and of the database where they have one, or end those that nobody needs: a process of Docket keeps up to 20.`,
    );
    held.end();
  });

  it('is said to take no writes, as a replica and as a server set to read only, with all else that is wrong', async () => {
    await own.stop();
    await own.startAgain('default_transaction_read_only=on', 'synchronous_commit=off');
    expect(await said(own.url)).toBe(
      'UnsuitableDatabase: This PostgreSQL cannot be used: synchronous_commit is off where anything but off is needed; its transactions are read only by default: set default_transaction_read_only to off for this role.',
    );
    await own.stop();
    own.makeReplica();
    await own.startAgain();
    expect(await said(own.url)).toBe(
      'UnsuitableDatabase: This PostgreSQL cannot be used: it is a replica and takes no writes: name the primary server in the address.',
    );
  });

  describe('beside an EventStoreDB that can be', () => {
    let server: ProtocolServer;
    beforeAll(async () => {
      server = await startProtocolServer();
    });
    afterAll(() => server.stop());

    it('is named, and that one not', async () => {
      const { code, stderr } = await ended('worker', [], settings(server.url, own.url));
      expect(code).toBe(2);
      expect(stderr).toContain(
        '- DOCKET_READ_MODEL: This PostgreSQL cannot be used: it is a replica and takes no writes: name the primary server in the address.\n',
      );
      expect(stderr).not.toContain('DOCKET_EVENT_STORE');
    });
  });
});
