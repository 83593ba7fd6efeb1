import { notRun } from '@docket/kernel/testing';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPool } from '@docket/postgres';
import {
  FolderLeases,
  LeaseBook,
  openPostgresLeases,
  openPostgresReadModels,
  openSqliteReadModels,
} from '..';
import type { PlaceMaker, ReadModelPlace } from '../contract/samples';

/** A new folder for read models in SQLite. */
export const sqlitePlace = async (): Promise<ReadModelPlace> => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-read-model-'));
  const book = new LeaseBook();
  return {
    open: (options) => openSqliteReadModels({ folder, leases: book, ...options }),
    leases: async (process) => new FolderLeases(process, () => new Date().toISOString(), book),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** A new installation for read models in PostgreSQL. */
const postgresPlace = async (url: string): Promise<ReadModelPlace> => {
  const pool = await openPool(url);
  const installation = `t${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  return {
    open: (options) => openPostgresReadModels({ pool, installation, ...options }),
    leases: (process) => openPostgresLeases({ url, installation, process }),
    remove: async () => {
      const made = await pool.rows<[string]>({
        sql: 'select nspname::text from pg_namespace where starts_with(nspname::text, $1)',
        parameters: [`docket_${installation}`],
      });
      for (const [schema] of made)
        await pool.rows({ sql: `drop schema "${schema}" cascade`, parameters: [] });
      await pool.end();
    },
  };
};

/** SQLite, and PostgreSQL where `TEST_POSTGRES_URL` says where it is; named in `REQUIRE_SERVERS`, it must be there. */
export const reachableEngines = (): readonly (readonly [string, PlaceMaker])[] => {
  const url = process.env.TEST_POSTGRES_URL;
  if (url)
    return [
      ['SQLite', sqlitePlace],
      ['PostgreSQL', () => postgresPlace(url)],
    ];
  if ((process.env.REQUIRE_SERVERS ?? '').split(',').includes('postgres'))
    throw new Error('REQUIRE_SERVERS names postgres, but TEST_POSTGRES_URL is not set.');
  notRun('read models on PostgreSQL', 'TEST_POSTGRES_URL is not set');
  return [['SQLite', sqlitePlace]];
};
