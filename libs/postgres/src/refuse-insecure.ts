import { isLoopback } from '@docket/kernel';
import { Client } from 'pg';
import { placeOf } from './connect-trouble';
import { UnsuitableDatabase } from './errors';

/** Modes of which psql checks less of a certificate than this driver does today, and than a later one will. */
const AMBIGUOUS: ReadonlySet<string> = new Set(['prefer', 'require', 'verify-ca']);

/**
 * Refuses an address whose `sslmode` means one thing here and another elsewhere, before the driver sees it, which would warn of it in
 * words of its own. `uselibpqcompat=true` says which of the two is meant. @throws UnsuitableDatabase
 */
export const refuseAmbiguous = (url: string): void => {
  const asked = new URL(url).searchParams;
  const mode = asked.getAll('sslmode').at(-1) ?? '';
  if (!AMBIGUOUS.has(mode) || asked.getAll('uselibpqcompat').at(-1) === 'true') return;
  throw new UnsuitableDatabase(
    `PostgreSQL at ${placeOf(url)}: sslmode=${mode} in its address does not say whether its certificate is checked: psql checks less of it than this ` +
      'driver. Write sslmode=verify-full, which checks it (with sslrootcert=FILE where the certificate is of your own authority), or sslmode=no-verify, which speaks TLS to whoever answers.',
  );
};

/**
 * Refuses a server on another machine that is spoken to without TLS, unless that is allowed. What an address means is asked of the
 * driver: every `sslmode` that is taken but `disable` wants TLS and falls back to nothing, and an address without one has none, unless the
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
