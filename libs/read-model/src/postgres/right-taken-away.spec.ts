import { LeasesUnavailable, ReadModelUnavailable } from '@docket/kernel';
import { notRun } from '@docket/kernel/testing';
import { openPool } from '@docket/postgres';
import { randomUUID } from 'node:crypto';
import { openPostgresLeases, openPostgresReadModels } from '..';
import { batch, checkpointAt, TABLES } from '../contract/samples';

const url = process.env.TEST_POSTGRES_URL;

const onRealServer = (url: string): void => {
  const installation = `t${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const role = `docket_${installation}`;
  const asAdministrator = async (...statements: readonly string[]): Promise<void> => {
    const pool = await openPool(url);
    try {
      for (const sql of statements) await pool.rows({ sql, parameters: [] });
    } finally {
      await pool.end();
    }
  };
  const database = new URL(url).pathname.slice(1);
  beforeAll(() =>
    asAdministrator(`create role "${role}" login`, `grant create on database "${database}" to "${role}"`),
  );
  afterAll(() => asAdministrator(`drop owned by "${role}" cascade`, `drop role "${role}"`));

  const asRole = new URL(url);
  asRole.username = role;
  const REFUSED = (table: string): string =>
    `PostgreSQL refuses this role (permission denied for table ${table}): run Docket under the role that made its schemas, or make this role their owner.`;
  const takeFrom = (schema: string) =>
    asAdministrator(`revoke all on all tables in schema "${schema}" from "${role}"`);
  const giveBack = (schema: string) =>
    asAdministrator(`grant all on all tables in schema "${schema}" to "${role}"`);

  it('is an outage of the read model with words, which is over once it is given back', async () => {
    const named = { url: asRole.href, installation, definition: 'd1', tables: TABLES };
    const models = await openPostgresReadModels(named);
    try {
      const live = await models.live();
      await live.commit(batch(0, 1));
      const schema = `docket_${installation}_d1_1`;
      await takeFrom(schema);
      const refused = await live.commit(batch(1, 1)).catch((error: unknown) => error);
      expect(refused).toEqual(new ReadModelUnavailable(REFUSED('checkpoint')));
      await expect(live.checkpoint()).rejects.toBeInstanceOf(ReadModelUnavailable);
      await giveBack(schema);
      await live.commit(batch(1, 1));
      expect(await live.checkpoint()).toEqual(checkpointAt(2));
    } finally {
      await models.close();
    }
  });

  it('is an outage of the leases, which says its reason, and is over once it is given back', async () => {
    const leases = await openPostgresLeases({ url: asRole.href, installation, process: 'first' });
    try {
      const schema = `docket_${installation}`;
      await takeFrom(schema);
      const refused = await leases.take('right').catch((error: unknown) => error);
      expect(refused).toEqual(new LeasesUnavailable(REFUSED('leases')));
      expect(refused).toMatchObject({ reason: REFUSED('leases') });
      await giveBack(schema);
      expect(await leases.take('right')).toBeDefined();
    } finally {
      await leases.close();
    }
  });
};

if (url)
  describe('a right that is taken away', () => {
    onRealServer(url);
  });
else notRun('a right that PostgreSQL takes away', 'TEST_POSTGRES_URL is not set');
