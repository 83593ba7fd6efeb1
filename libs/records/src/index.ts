import type { Records } from '@docket/kernel';
import type * as Postgres from './postgres/postgres-records';

export type { PostgresRecordsOptions } from './postgres/postgres-records';
export { openSqliteRecords, SqliteRecords } from './sqlite/sqlite-records';

/** Whether an installation has records in PostgreSQL, as its own module says; the driver is loaded here and not before. */
export const hasPostgresRecords = async (options: Postgres.PostgresRecordsOptions): Promise<boolean> => {
  const adapter: typeof Postgres = require('./postgres/postgres-records');
  return adapter.hasPostgresRecords(options);
};

/** Opens the records of an installation in PostgreSQL, as its own module says; the driver is loaded here and not before. */
export const openPostgresRecords = async (options: Postgres.PostgresRecordsOptions): Promise<Records> => {
  const adapter: typeof Postgres = require('./postgres/postgres-records');
  return adapter.openPostgresRecords(options);
};
