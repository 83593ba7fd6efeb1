import { notRun } from '@docket/kernel/testing';
import { openPool } from '@docket/postgres';
import { randomUUID } from 'node:crypto';
import { hasPostgresReadModels, openPostgresReadModels } from '..';

const url = process.env.TEST_POSTGRES_URL;

const inPostgres = (url: string) => {
  const installation = `t${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const named = { url, installation, definition: 'one' };
  const schemas = async () => {
    const pool = await openPool(url, { connections: 1 });
    const found = await pool.rows<[string]>({
      sql: 'select nspname::text from pg_namespace where starts_with(nspname::text, $1)',
      parameters: [`docket_${installation}`],
    });
    await pool.end();
    return found.flat();
  };
  afterAll(async () => {
    const names = await schemas();
    const pool = await openPool(url, { connections: 1 });
    for (const name of names) await pool.rows({ sql: `drop schema "${name}" cascade`, parameters: [] });
    await pool.end();
  });

  it('are there once a live build is, of this definition alone, and asking makes nothing', async () => {
    expect(await hasPostgresReadModels(named)).toBe(false);
    expect(await schemas()).toEqual([]);
    const readModels = await openPostgresReadModels({ ...named, tables: [] });
    expect(await hasPostgresReadModels(named)).toBe(false);
    await readModels.live();
    expect(await hasPostgresReadModels(named)).toBe(true);
    expect(await hasPostgresReadModels({ ...named, definition: 'two' })).toBe(false);
    await readModels.close();
  });
};

describe('read models in PostgreSQL', () => {
  if (url) inPostgres(url);
  else notRun('read models in PostgreSQL are looked for', 'TEST_POSTGRES_URL is not set');
});
