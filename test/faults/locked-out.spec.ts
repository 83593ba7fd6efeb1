import { until } from '@docket/kernel/testing';
import { stopServer, type Child, type Server } from '../e2e/cli.fixture';
import { describeOnOwnServers } from './own-servers.fixture';
import { ServerProfile, stopChild } from './server-profile.fixture';

const BACK = 'the read model answers again';

describeOnOwnServers('a PostgreSQL that shuts its door, or its pen, on running processes', (programs) => {
  let profile: ServerProfile;
  let worker: Child;
  let api: Server;
  beforeAll(async () => {
    profile = await ServerProfile.start(programs);
    const { postgres } = profile;
    await postgres.run(`create role guest login password 'right'`);
    await postgres.run('create database docket owner guest');
    postgres.requirePasswords();
    await postgres.stop();
    await postgres.startAgain();
    const address = { DOCKET_READ_MODEL: postgres.urlOf('guest:right', 'docket') };
    worker = await profile.worker(address);
    api = await profile.api(address);
    await until('it is ready', async () => (await ready()).status === 200, 30_000);
  }, 120_000);
  afterAll(async () => {
    await stopServer(api);
    await stopChild(worker);
    await profile.stop();
  }, 60_000);

  const ready = async () => {
    const answer = await fetch(`${api.address}/health/ready`);
    const body: ReturnType<typeof JSON.parse> = JSON.parse(await answer.text());
    return { status: answer.status, waitingFor: String(body.waitingFor) };
  };
  const tellsWhy = (why: string) =>
    until(`readiness says: ${why}`, async () => {
      const { status, waitingFor } = await ready();
      expect([200, 503]).toContain(status);
      return status === 503 && waitingFor.includes(why);
    });
  const isReadyAgain = () => until('it is ready again', async () => (await ready()).status === 200, 30_000);
  const portfolios = async () => (await fetch(`${api.address}/api/v1/portfolios`)).status;

  it.each([
    [
      'refuses the password that was right',
      [`alter role guest password 'another'`],
      'it refuses the password of role "guest". Check user and password in the address.',
      [`alter role guest password 'right'`],
    ],
    [
      'lets nobody into the database',
      ['alter database docket with allow_connections false'],
      'database "docket" takes no connections. Open it: alter database "docket" with allow_connections true.',
      ['alter database docket with allow_connections true'],
    ],
  ])(
    'which %s is waited for, with words and no stack for each request',
    async (_, shut, why, open) => {
      const from = [api.child.stderr.length, worker.stderr.length] as const;
      for (const sql of shut) await profile.postgres.run(sql);
      await profile.postgres.cutConnections();
      await tellsWhy(why);
      expect([await portfolios(), await portfolios(), await portfolios()]).toEqual([503, 503, 503]);
      await until('the worker says so', () =>
        worker.stderr.slice(from[1]).includes(JSON.stringify(why).slice(1, -1)),
      );
      for (const sql of open) await profile.postgres.run(sql);
      await isReadyAgain();
      await until('it is said to be back', () => api.child.stderr.slice(from[0]).includes(BACK));
      await until('the worker is told so', () =>
        /projections .* can be seen again/.test(worker.stderr.slice(from[1])),
      );
      const said = api.child.stderr.slice(from[0]);
      expect(said.match(/"msg":"the read model does not answer/g)).toHaveLength(1);
      expect(said).not.toContain('request failed');
      expect(worker.stderr).not.toContain('"type":"DatabaseError"');
    },
    90_000,
  );

  it('which takes no writes is not ready, and is not said to be back before it takes them', async () => {
    await profile.postgres.run('alter database docket set default_transaction_read_only = on');
    await profile.postgres.cutConnections();
    const from = api.child.stderr.length;
    await tellsWhy('PostgreSQL takes no writes');
    expect(await portfolios()).toBe(200);
    await tellsWhy('PostgreSQL takes no writes');
    expect(api.child.stderr.slice(from)).not.toContain(BACK);
    await profile.postgres.run('alter database docket reset default_transaction_read_only');
    await profile.postgres.cutConnections();
    await isReadyAgain();
    await until('it is said to be back', () => api.child.stderr.slice(from).includes(BACK));
  }, 90_000);
});
