import { RecordsUnavailable, type RecordEntry, type Records } from '@docket/kernel';
import { DatabaseUnavailable, openPool, postgresDialect } from '@docket/postgres';
import { Kysely, sql } from 'kysely';
import { TableRecords, type RecordsDatabase } from '../records-table';

export type PostgresRecordsOptions = Readonly<{
  url: string;
  installation: string;
  /** Takes a server without TLS on another machine (false). */
  allowInsecure?: boolean;
}>;

const schemaOf = (installation: string): string => `docket_${installation}_records`;

/** Two processes that start at once make the schema one after the other. */
const prepare = async (database: Kysely<RecordsDatabase>, schema: string): Promise<void> => {
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext(${schema}))`.execute(transaction);
    await sql`create schema if not exists ${sql.id(schema)}`.execute(transaction);
    await sql`create table if not exists ${sql.id(schema, 'records')} (
      kind text not null, id text not null, bytes bytea not null, sha256 text not null, primary key (kind, id)
    )`.execute(transaction);
  });
};

/** An outage of PostgreSQL in the words of the port; every other error as it came. */
const inWordsOfThePort = (error: unknown): unknown =>
  error instanceof DatabaseUnavailable ? new RecordsUnavailable(error.message, { cause: error }) : error;

class PostgresRecords extends TableRecords {
  /** Whole kinds are listed for copies and sweeps, which are waited for as long as a batch. */
  override list(kind: string): Promise<readonly RecordEntry[]> {
    return this.asked(() =>
      this.database
        .transaction()
        .execute((batch) => new TableRecords(batch, () => Promise.resolve()).list(kind)),
    );
  }
}

/** Whether an installation has records there; nothing is made to know it. @throws DatabaseUnavailable | UnsuitableDatabase */
export const hasPostgresRecords = async ({
  url,
  installation,
  allowInsecure = false,
}: PostgresRecordsOptions): Promise<boolean> => {
  const pool = await openPool(url, { connections: 1, allowInsecure });
  try {
    const [found] = await pool.rows<[boolean]>({
      sql: 'select to_regclass($1) is not null',
      parameters: [`"${schemaOf(installation)}".records`],
    });
    return found?.[0] ?? false;
  } finally {
    await pool.end();
  }
};

/** Opens the records of an installation. @throws DatabaseUnavailable | UnsuitableDatabase */
export const openPostgresRecords = async ({
  url,
  installation,
  allowInsecure = false,
}: PostgresRecordsOptions): Promise<Records> => {
  const pool = await openPool(url, { connections: 4, allowInsecure });
  const database = new Kysely<RecordsDatabase>({ dialect: postgresDialect(pool) });
  const schema = schemaOf(installation);
  try {
    await prepare(database, schema);
    return new PostgresRecords(database.withSchema(schema), () => pool.end(), inWordsOfThePort);
  } catch (error) {
    await pool.end();
    throw error;
  }
};
