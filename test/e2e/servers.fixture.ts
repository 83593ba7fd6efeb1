import { forgetJobs } from '@docket/job-queue/testing';
import { openPool } from '@docket/postgres';
import { openSystem, readSettings } from '@docket/host';
import { randomBytes } from 'node:crypto';
import { TestDocket } from './docket.fixture';

/** Whether the tests must not go by without this server. */
export const isRequired = (name: 'postgres' | 'eventstore' | 'redis'): boolean =>
  (process.env.REQUIRE_SERVERS ?? '').split(',').includes(name);

/** Why tests of the server profile are not run. */
export const NO_SERVERS = 'TEST_POSTGRES_URL and TEST_REDIS_URL are not both set';

/** The address of a real server for tests; `undefined` where it is not set. */
export const serverAt = (
  variable: 'TEST_POSTGRES_URL' | 'TEST_EVENTSTORE_URL' | 'TEST_REDIS_URL',
): string | undefined => {
  const url = process.env[variable];
  return url === '' ? undefined : url;
};

/** An installation nobody else uses, so that several share the servers. */
export const newInstallation = (): string => `e2e${randomBytes(6).toString('hex')}`;

type Servers = Readonly<{ eventStore: string; postgres: string; redis: string; installation: string }>;

/** The settings of the server profile on these servers. */
export const serverEnvironment = ({
  eventStore,
  postgres,
  redis,
  installation,
}: Servers): Record<string, string> => ({
  DOCKET_EVENT_STORE: eventStore,
  DOCKET_READ_MODEL: postgres,
  DOCKET_JOBS: redis,
  DOCKET_INSTALLATION: installation,
});

type Dropped = Pick<Servers, 'postgres' | 'redis' | 'installation'>;

/** Every schema of an installation. */
export const schemasOf = async (postgres: string, installation: string): Promise<readonly string[]> => {
  const pool = await openPool(postgres, { connections: 1 });
  try {
    const found = await pool.rows<[string]>({
      sql: 'select nspname::text from pg_namespace where starts_with(nspname::text, $1)',
      parameters: [`docket_${installation}`],
    });
    return found.flat();
  } finally {
    await pool.end();
  }
};

/** Deletes every schema and every job of an installation. */
export const dropInstallation = async ({ postgres, redis, installation }: Dropped): Promise<void> => {
  await forgetJobs(redis, installation);
  const schemas = await schemasOf(postgres, installation);
  const pool = await openPool(postgres);
  try {
    for (const schema of schemas) await pool.rows({ sql: `drop schema "${schema}" cascade`, parameters: [] });
  } finally {
    await pool.end();
  }
};

/** An api process and a worker process of one installation, each with a system of its own. */
export const startApart = async (
  server: Record<string, string>,
  given: Pick<Parameters<typeof TestDocket.start>[0] & object, 'settings' | 'signer'> = {},
): Promise<TestDocket> => {
  const worker = await openSystem(
    readSettings({ PORT: '0', ...server }),
    'worker',
    () => undefined,
    () => undefined,
  );
  try {
    return await TestDocket.start({
      ...given,
      server,
      part: 'api',
      beside: async () => worker[Symbol.asyncDispose](),
    });
  } catch (error) {
    await worker[Symbol.asyncDispose]();
    throw error;
  }
};
