import { PostgresDialect, type PostgresPoolClient } from 'kysely';
import type { Pool } from './pool';

/** kysely on an open pool. `destroy()` leaves the pool open: who opened it closes it. */
export const postgresDialect = (pool: Pool): PostgresDialect => {
  // kysely's type also names cursors, which it uses only when it is given a cursor class.
  const connect = async () => (await pool.connect()) as PostgresPoolClient;
  return new PostgresDialect({ pool: { connect, end: async () => undefined } });
};
