import { isLoopback } from '@docket/kernel';
import { Client } from 'pg';
import { UnsuitableDatabase } from './errors';

/**
 * Refuses a server on another machine that is spoken to without TLS, unless that is allowed. What an address means is asked of the
 * driver: of pg 8 every `sslmode` but `disable` wants TLS and falls back to nothing, and an address without one has none, unless the
 * environment (PGSSLMODE) says so. @throws UnsuitableDatabase
 */
export const refuseInsecure = (url: string, allowInsecure: boolean): void => {
  const { host, port, ssl } = new Client({ connectionString: url });
  if (ssl || isLoopback(host) || allowInsecure) return;
  throw new UnsuitableDatabase(
    `PostgreSQL at ${host}:${port} is on another machine, and without TLS everybody on the way reads and changes what is said to it. ` +
      'Give that server a certificate and add ?sslmode=verify-full to its address; in a network that is closed to all others, DOCKET_INSECURE=on takes it as it is.',
  );
};
