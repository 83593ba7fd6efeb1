import { Pool as Driver } from 'pg';
import { connectTrouble } from './connect-trouble';
import { UnsuitableDatabase } from './errors';
import { Pool } from './pool';
import { refuseAmbiguous, refuseInsecure } from './refuse-insecure';
import { valueTypes } from './value-types';

export type PoolOptions = Readonly<{
  /** Takes a server without TLS on another machine (false). */
  allowInsecure?: boolean;
  /** Most connections held at once (10). */
  connections?: number;
  /** Milliseconds until a connection attempt is given up (5,000). */
  connectTimeout?: number;
  /** Milliseconds a statement may run (60,000). */
  statementTimeout?: number;
  /** Milliseconds a statement waits for a lock (10,000). */
  lockTimeout?: number;
  /** Milliseconds that an answer is waited for before its connection counts as lost (8,000): a person who reads waits no longer. */
  answerTimeout?: number;
  /** The same for a statement of a batch (5,000 more than a statement may run). */
  batchTimeout?: number;
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

/** What a role may have to be granted, and whether this server takes writes at all. */
const RIGHTS = `select current_user::text, current_database()::text,
  has_database_privilege(current_user, current_database(), 'CREATE'),
  pg_is_in_recovery(), current_setting('default_transaction_read_only') = 'on'`;

type Rights = readonly [
  role: string,
  database: string,
  mayCreate: boolean,
  isReplica: boolean,
  isReadOnly: boolean,
];

const rightsMissing = ([role, database, mayCreate, isReplica, isReadOnly]: Rights): readonly string[] => [
  ...(isReplica ? ['it is a replica and takes no writes: name the primary server in the address'] : []),
  ...(isReadOnly && !isReplica
    ? ['its transactions are read only by default: set default_transaction_read_only to off for this role']
    : []),
  ...(mayCreate
    ? []
    : [
        `role "${role}" may not make schemas in database "${database}": grant create on database "${database}" to "${role}"`,
      ]),
];

const settingFaults = async (pool: Pool): Promise<readonly string[]> => {
  const columns = SETTINGS.map(({ name }) => `current_setting('${name}')`).join(', ');
  const [found = []] = await pool.rows<readonly string[]>({ sql: `select ${columns}`, parameters: [] });
  return SETTINGS.flatMap(({ name, needed, holds }, index) => {
    const value = found[index] ?? '';
    return holds(value) ? [] : [`${name} is ${value} where ${needed} is needed`];
  });
};

const rightFaults = async (pool: Pool): Promise<readonly string[]> => {
  const [rights] = await pool.rows<Rights>({ sql: RIGHTS, parameters: [] });
  return rights ? rightsMissing(rights) : [];
};

const refuseFor = (faults: readonly string[]): void => {
  if (faults.length > 0)
    throw new UnsuitableDatabase(`This PostgreSQL cannot be used: ${faults.join('; ')}.`);
};

/** Reads back what our promises rest on. @throws UnsuitableDatabase naming all that does not hold */
export const assertSettings = async (pool: Pool): Promise<void> => refuseFor(await settingFaults(pool));

/**
 * Connects to `postgres://…` and checks the server before anything is stored there.
 * @throws DatabaseUnavailable | UnsuitableDatabase
 */
export const openPool = async (url: string, options: PoolOptions = {}): Promise<Pool> => {
  const {
    allowInsecure = false,
    connections = 10,
    connectTimeout = 5_000,
    statementTimeout = 60_000,
    lockTimeout = 10_000,
    answerTimeout = Math.min(8_000, statementTimeout + 5_000),
    batchTimeout = statementTimeout + 5_000,
  } = options;
  refuseAmbiguous(url);
  refuseInsecure(url, allowInsecure);
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
    batchTimeout,
    url,
  );
  try {
    refuseFor([...(await settingFaults(pool)), ...(await rightFaults(pool))]);
    return pool;
  } catch (error) {
    await pool.end();
    throw connectTrouble(error, url);
  }
};

/** Connects once, to see whether the server can be used. @throws DatabaseUnavailable | UnsuitableDatabase, which say what would help */
export const checkServer = async (url: string, { allowInsecure = false } = {}): Promise<void> => {
  const pool = await openPool(url, { connections: 1, allowInsecure });
  await pool.end();
};
