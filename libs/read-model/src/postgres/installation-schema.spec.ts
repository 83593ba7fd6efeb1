import { until, notRun } from '@docket/kernel/testing';
import { openPool, type Pool } from '@docket/postgres';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { InstallationSchema } from './installation-schema';

const url = process.env.TEST_POSTGRES_URL;

const onRealServer = (url: string) => {
  const installation = `t${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  let pool: Pool;
  beforeAll(async () => {
    const named = new URL(url);
    named.searchParams.set('application_name', installation);
    pool = await openPool(named.href);
  });
  afterAll(async () => {
    await pool.rows({ sql: `drop schema if exists "docket_${installation}" cascade`, parameters: [] });
    await pool.end();
  });

  it('is made once with its table, however many start at once', async () => {
    const processes = Array.from({ length: 8 }, () => new InstallationSchema(pool, installation));
    const prepare = (schema: InstallationSchema) =>
      schema.prepare(schema.table('notes'), sql`note text primary key`);
    expect(await Promise.all(processes.map(prepare))).toEqual(processes.map(() => undefined));
    const [schema] = processes;
    expect(await schema?.rows(sql`select note from ${schema.table('notes')}`)).toEqual([]);
  });

  it('has work done alone by one process after the other', async () => {
    const said: string[] = [];
    const names = ['one', 'another', 'a third'];
    const waiting = async () => {
      const sql = `select 1 from pg_stat_activity where wait_event = 'advisory' and application_name = $1`;
      return (await pool.rows({ sql, parameters: [installation] })).length;
    };
    let begun = 0;
    const work = (name: string) => async () => {
      said.push(`${name} begins`);
      begun += 1;
      await until('everybody has begun or waits', async () => begun + (await waiting()) >= names.length);
      said.push(`${name} ends`);
      return name;
    };
    const done = names.map((name) => new InstallationSchema(pool, installation).alone(work(name)));
    expect(await Promise.all(done)).toEqual(names);
    const order = said.filter((_, index) => index % 2 === 0).map((text) => text.replace(/ begins$/, ''));
    expect(said).toEqual(order.flatMap((name) => [`${name} begins`, `${name} ends`]));
  });
};

if (url)
  describe('the schema of an installation', () => {
    onRealServer(url);
  });
else notRun('the schema of an installation in PostgreSQL', 'TEST_POSTGRES_URL is not set');
