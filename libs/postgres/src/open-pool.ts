import { Pool as Driver } from 'pg';
import { UnsuitableDatabase } from './errors';
import { Pool } from './pool';
import { valueTypes } from './value-types';

export type PoolOptions = Readonly<{
  /** Most connections held at once (10). */
  connections?: number;
  /** Milliseconds until a connection attempt is given up (5,000). */
  connectTimeout?: number;
  /** Milliseconds a statement may run (60,000). */
  statementTimeout?: number;
  /** Milliseconds a statement waits for a lock (10,000). */
  lockTimeout?: number;
  /** Milliseconds a server may say nothing at all to a statement before its connection counts as lost (5,000 more than the statement may run). */
  answerTimeout?: number;
}>;

const OLDEST = 140_000;

type Setting = Readonly<{ name: string; needed: string; holds: (value: string) => boolean }>;

const SETTINGS: readonly Setting[] = [
  { name: 'server_version_num', needed: 'PostgreSQL 14 or later', holds: (value) => Number(value) >= OLDEST },
  { name: 'server_encoding', needed: 'UTF8', holds: (value) => value === 'UTF8' },
  {
    name: 'client_encoding',
    needed: 'UTF8',
    holds: (value) => value.replace('-', '').toUpperCase() === 'UTF8',
  },
  { name: 'synchronous_commit', needed: 'anything but off', holds: (value) => value !== 'off' },
  { name: 'fsync', needed: 'on', holds: (value) => value === 'on' },
  { name: 'statement_timeout', needed: 'a limit', holds: (value) => value !== '0' },
  { name: 'lock_timeout', needed: 'a limit', holds: (value) => value !== '0' },
];

/** Reads back what our promises rest on. @throws UnsuitableDatabase naming all that does not hold */
export const assertSettings = async (pool: Pool): Promise<void> => {
  const columns = SETTINGS.map(({ name }) => `current_setting('${name}')`).join(', ');
  const [found = []] = await pool.rows<readonly string[]>({ sql: `select ${columns}`, parameters: [] });
  const faults = SETTINGS.flatMap(({ name, needed, holds }, index) => {
    const value = found[index] ?? '';
    return holds(value) ? [] : [`${name} is ${value} where ${needed} is needed`];
  });
  if (faults.length > 0)
    throw new UnsuitableDatabase(`This PostgreSQL cannot be used: ${faults.join('; ')}.`);
};

/**
 * Connects to `postgres://…` and checks the server before anything is stored there.
 * @throws DatabaseUnavailable | UnsuitableDatabase
 */
export const openPool = async (url: string, options: PoolOptions = {}): Promise<Pool> => {
  const {
    connections = 10,
    connectTimeout = 5_000,
    statementTimeout = 60_000,
    lockTimeout = 10_000,
    answerTimeout = statementTimeout + 5_000,
  } = options;
  const pool = new Pool(
    new Driver({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: connectTimeout,
      statement_timeout: statementTimeout,
      query_timeout: answerTimeout,
      lock_timeout: lockTimeout,
      idle_in_transaction_session_timeout: statementTimeout,
      keepAlive: true,
      application_name: 'docket',
      types: valueTypes,
    }),
  );
  try {
    await assertSettings(pool);
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
};
