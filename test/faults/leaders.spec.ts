import { startOwnRedis, type OwnRedis } from '@docket/job-queue/testing';
import { until } from '@docket/kernel/testing';
import { Child, Place, type Ended } from '../e2e/cli.fixture';
import { newInstallation, serverEnvironment } from '../e2e/servers.fixture';
import { startProtocolServer, type ProtocolServer } from '../protocol-server';
import { OwnPostgres } from './own-postgres.fixture';
import { describeOnOwnServers } from './own-servers.fixture';

const LONG_MS = 120_000;

const LEADS = [/"leads the projections of/, /"leads the reactions/];
const STANDS_BY = [/another process leads the projections of/, /another process leads the reactions/];

/** Resolves when a worker has said all of it. */
const says = async (worker: Child, what: readonly RegExp[], seconds = 20): Promise<void> => {
  for (const one of what) await worker.says(one, seconds);
};

const story = (programs: string) => {
  const place = new Place();
  let own: OwnPostgres;
  let eventStore: ProtocolServer;
  let redis: OwnRedis;
  let installation: string;
  beforeAll(async () => {
    own = await OwnPostgres.start(programs);
    eventStore = await startProtocolServer();
    redis = await startOwnRedis();
  });
  afterAll(async () => {
    await place.remove();
    await eventStore.stop();
    await redis.dispose();
    await own.remove();
  });
  beforeEach(() => {
    installation = newInstallation();
  });

  const worker = () =>
    new Child(
      'worker',
      [],
      serverEnvironment({ eventStore: eventStore.url, postgres: own.url, redis: redis.url, installation }),
      100,
    );

  /** One that leads both, and one that stands by. */
  const twoWorkers = async () => {
    const first = worker();
    await says(first, LEADS);
    const second = worker();
    await says(second, STANDS_BY);
    return { first, second };
  };

  const leaders = () =>
    own.run(`select lease, process, holder <> '' from docket_${installation}.leases order by lease`);
  const bothLedBy = ({ pid }: Child) => [
    [expect.stringMatching(/^projections\//), expect.stringMatching(`/${pid}$`), 't'],
    ['reactions', expect.stringMatching(`/${pid}$`), 't'],
  ];
  const ended = async (...workers: Child[]): Promise<readonly Ended[]> => {
    for (const one of workers) one.kill('SIGTERM');
    return Promise.all(workers.map((one) => one.ended));
  };

  it(
    'is killed: the other one leads within seconds',
    async () => {
      const { first, second } = await twoWorkers();
      expect(await leaders()).toEqual(bothLedBy(first));
      first.kill('SIGKILL');
      await says(second, LEADS);
      expect(await leaders()).toEqual(bothLedBy(second));
      await ended(second);
    },
    LONG_MS,
  );

  it(
    'is frozen: the other one leads within seconds, and it stands by once it is thawed',
    async () => {
      const { first, second } = await twoWorkers();
      first.kill('SIGSTOP');
      await says(second, LEADS);
      first.kill('SIGCONT');
      await says(first, [/no longer leads the projections of/, /no longer leads the reactions/]);
      expect(await leaders()).toEqual(bothLedBy(second));
      const [, stopped] = await ended(second, first);
      expect(stopped?.code).toBe(0);
    },
    LONG_MS,
  );

  it(
    'is stopped: the other one leads at once, and it ends with nothing left',
    async () => {
      const { first, second } = await twoWorkers();
      const [stopped] = await ended(first);
      expect([stopped?.code, stopped?.stderr]).toEqual([0, expect.stringContaining('"msg":"stopped"')]);
      await says(second, LEADS, 4);
      await ended(second);
    },
    LONG_MS,
  );

  it(
    'loses its server: when that is back, one of both leads',
    async () => {
      const { first, second } = await twoWorkers();
      await own.kill();
      await says(first, [/no longer leads the projections of/, /no longer leads the reactions/]);
      await own.startAgain();
      const isLed = async () => (await leaders()).filter(([, , leads]) => leads === 't').length === 2;
      await until('both are led again', isLed, 30_000);
      const again = await Promise.race([
        says(second, LEADS, 30),
        first.says(/can be seen again[^]*leads the/, 30),
      ]);
      expect(again === undefined || again.length > 0).toBe(true);
      await ended(first, second);
    },
    LONG_MS,
  );
};

describeOnOwnServers('a worker that leads', story);
