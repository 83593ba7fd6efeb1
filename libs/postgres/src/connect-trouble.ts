import { unescape } from 'node:querystring';
import { DatabaseUnavailable, explained, isErrorLike, postgresCode, UnsuitableDatabase } from './errors';

/** Where a server is meant to be, without user and password. */
export const placeOf = (url: string): string => {
  const { hostname, port } = new URL(url);
  return `${hostname || 'the address given'}${port === '' ? '' : `:${port}`}`;
};

/** Also where it is a parameter; nothing where the address names none. */
const userIn = (url: string): string => {
  const { username, searchParams } = new URL(url);
  return searchParams.get('user') || unescape(username);
};
const roleIn = (url: string): string => userIn(url) || 'of whoever runs Docket';
const databaseIn = (url: string): string => unescape(new URL(url).pathname.slice(1)) || roleIn(url);

type Words = (url: string) => string;

/** Where the address names nobody, the name of whoever runs Docket was tried: no role is missing then, a name is. */
const ofNamed =
  (words: Words): Words =>
  (url) =>
    userIn(url) === ''
      ? 'the address names no user, and it does not let in whoever runs Docket. Write postgres://USER@HOST:PORT/DATABASE'
      : words(url);

/** What cannot pass by itself: somebody has to change the address or the server. */
const WRONG: Readonly<Record<string, Words>> = {
  '28P01': ofNamed(
    (url) => `it refuses the password of role "${roleIn(url)}". Check user and password in the address`,
  ),
  '28000': ofNamed(
    (url) =>
      `it does not let role "${roleIn(url)}" in. Make the role (create role … login), or allow it in pg_hba.conf`,
  ),
  '3D000': (url) =>
    `it has no database "${databaseIn(url)}". Make it (createdb), or name another at the end of the address`,
  '55000': (url) =>
    `database "${databaseIn(url)}" takes no connections. Open it: alter database "${databaseIn(url)}" with allow_connections true`,
  '42501': (url) =>
    `it does not let role "${roleIn(url)}" connect to database "${databaseIn(url)}". Grant it: grant connect on database "${databaseIn(url)}" to "${roleIn(url)}"`,
};

/** What can pass by itself, and what helps where it does not. */
const OUT: Readonly<Record<string, Words>> = {
  ECONNREFUSED: () => 'nobody listens there. Start the server, or correct host and port in the address',
  ENOTFOUND: () => 'there is no machine of that name. Correct the host in the address',
  EAI_AGAIN: () => 'the name of the machine cannot be looked up at the moment',
  EHOSTUNREACH: () => 'no way leads to that machine',
  ENETUNREACH: () => 'no way leads to that machine',
  '53300': () =>
    'it takes no more connections. Raise max_connections, and the CONNECTION LIMIT of the role and of the database where they have one, or end those that nobody needs: a process of Docket keeps up to 20',
  '57P03': () => 'it is starting, stopping or recovering. Try again shortly',
};

/** What the driver throws when it is asked for a password and was given none, or an empty one; it has no code. */
const NO_PASSWORD = /client password must be a/;

const TLS = /server does not support SSL|self[- ]signed|certificate|SSL/i;

const codesOf = (error: unknown): readonly string[] => {
  const own = postgresCode(error);
  const inner =
    typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors)
      ? error.errors.flatMap(codesOf)
      : [];
  return own === undefined ? inner : [own, ...inner];
};

/** What the first connection failed with, as what is so and what would help; every other error as it came. No password is told. */
export const connectTrouble = (error: unknown, url: string): unknown => {
  const cause = error instanceof DatabaseUnavailable ? error.cause : error;
  const at = `PostgreSQL at ${placeOf(url)}`;
  for (const code of codesOf(cause)) {
    const wrong = WRONG[code];
    if (wrong) return new UnsuitableDatabase(`${at}: ${wrong(url)}.`, { cause });
    const out = OUT[code];
    if (out) return new DatabaseUnavailable(`${at}: ${out(url)}.`, { cause });
  }
  if (isErrorLike(cause) && NO_PASSWORD.test(cause.message))
    return new UnsuitableDatabase(
      `${at} wants a password for role "${roleIn(url)}", and the address has none: postgres://USER:PASSWORD@HOST:PORT/DATABASE.`,
      { cause },
    );
  if (isErrorLike(cause) && TLS.test(cause.message))
    return new UnsuitableDatabase(
      `${at}: TLS does not come about (${cause.message}). Write sslmode=verify-full (with sslrootcert=FILE where its certificate is of your own authority), sslmode=no-verify, or sslmode=disable where it has none.`,
      { cause },
    );
  if (error instanceof DatabaseUnavailable && error.message.startsWith(at)) return error;
  if (error instanceof DatabaseUnavailable)
    return new DatabaseUnavailable(
      `${at}: it did not answer in time, or broke off. See whether it is a PostgreSQL that runs there.`,
      { cause },
    );
  return error;
};

/**
 * Why no connection came about at run time: always an outage, in the words of a start where `url` is known. A password may be set back
 * and a database opened again, and a server that refuses us may refuse for reasons that we have no words for.
 */
export const connectingFailed = (error: unknown, url: string | undefined): unknown => {
  const told = url === undefined ? error : connectTrouble(error, url);
  const known = told === error ? explained(error) : told;
  if (known instanceof DatabaseUnavailable || !isErrorLike(known)) return known;
  const message =
    known instanceof UnsuitableDatabase
      ? known.message
      : `PostgreSQL${url === undefined ? '' : ` at ${placeOf(url)}`}: no connection comes about (${known.message}).`;
  return new DatabaseUnavailable(message, { cause: error, lasts: true });
};
