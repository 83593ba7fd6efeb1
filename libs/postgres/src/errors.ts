/** The server is not there, broke off or did not answer in time. A write may or may not have been done: look before repeating. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
  /** Whether it lasts until somebody changes something: the message then says what. */
  readonly lasts: boolean;

  constructor(
    message: string,
    { lasts = false, ...options }: ErrorOptions & Readonly<{ lasts?: boolean }> = {},
  ) {
    super(message, options);
    this.lasts = lasts;
  }
}

/** The server or this role is set up in a way that cannot keep our promises; the message names each setting. */
export class UnsuitableDatabase extends Error {
  override readonly name = 'UnsuitableDatabase';
}

/** Errors of Node's own network are no instances of the `Error` a sandbox sees. */
export const isErrorLike = (error: unknown): error is Error =>
  typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';

/** PostgreSQL's five-letter code of an error it raised (`23505`: not unique), `undefined` for any other error. */
export const postgresCode = (error: unknown): string | undefined =>
  isErrorLike(error) && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** `read_only_sql_transaction`. */
const READ_ONLY = '25006';

/** Classes of server errors after which asking again later makes sense: connection, resources, operator, system. */
const OUTAGE_CLASSES: ReadonlySet<string> = new Set(['08', '53', '57', '58']);
/**
 * Beside them: a wait for a lock that took too long, a transaction left idle, a deadlock or lost race broken by the server, and a
 * server that only reads: after a fail-over an address leads to a replica for a while.
 */
const OUTAGE_CODES: ReadonlySet<string> = new Set(['55P03', '25P03', '25P04', '40P01', '40001', READ_ONLY]);
/** What Node's network calls it. */
const NETWORK_CODES =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** What `pg` raises without a code. */
const MESSAGES =
  /connection (terminated|timeout)|timeout exceeded|query read timeout|not queryable|client was closed|server closed the connection|Cannot use a pool after calling end/i;

const isOutage = (error: Error): boolean => {
  const code = postgresCode(error);
  if (code === undefined) return MESSAGES.test(error.message);
  return (
    NETWORK_CODES.test(code) ||
    OUTAGE_CODES.has(code) ||
    (code.length === 5 && OUTAGE_CLASSES.has(code.slice(0, 2)))
  );
};

const TAKES_NO_WRITES =
  'PostgreSQL takes no writes: the address leads to a replica, or the server was set to read only.';

/** That the server only reads, where it was asked whether it does. */
export const takesNoWrites = (): DatabaseUnavailable =>
  new DatabaseUnavailable(TAKES_NO_WRITES, { lasts: true });

const inWords = (error: Error): string =>
  postgresCode(error) === READ_ONLY
    ? TAKES_NO_WRITES
    : `PostgreSQL did not answer: ${error.message || error.name}`;

/** `insufficient_privilege`. */
const NO_RIGHT = '42501';

/** An outage as `DatabaseUnavailable`, a missing right as `UnsuitableDatabase`; every other error as it came. */
export const explained = (error: unknown): unknown => {
  if (isErrorLike(error) && postgresCode(error) === NO_RIGHT)
    return new UnsuitableDatabase(
      `PostgreSQL refuses this role (${error.message}): run Docket under the role that made its schemas, or make this role their owner.`,
      { cause: error },
    );
  return orOutage(error);
};

const orOutage = (error: unknown): unknown =>
  isErrorLike(error) && error.name !== 'DatabaseUnavailable' && isOutage(error)
    ? new DatabaseUnavailable(inWords(error), { cause: error, lasts: postgresCode(error) === READ_ONLY })
    : error;
