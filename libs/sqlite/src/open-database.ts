import { DatabaseSync } from 'node:sqlite';
import { Database } from './database';
import { sqliteCode, SqliteCode, UnsafeDatabase } from './errors';

export type OpenOptions = Readonly<{
  /** Only for looking: nothing is made, no setting is changed, the file must exist. */
  readOnly?: boolean;
  /** Milliseconds to wait for another connection's lock before giving up (5,000). Blocks the thread. */
  busyTimeout?: number;
}>;

/** Before this, a reset of the write-ahead log could corrupt the file. */
const OLDEST_SAFE_VERSION = '3.51.3';
const FULL = 2;

/** @throws UnsafeDatabase when this SQLite is older than what is known to be safe */
export const assertSafeVersion = (version: string): void => {
  const byPart = version.localeCompare(OLDEST_SAFE_VERSION, 'en', { numeric: true });
  if (byPart < 0)
    throw new UnsafeDatabase(
      `SQLite ${version} can corrupt a write-ahead log; ${OLDEST_SAFE_VERSION} or later is needed: run on the Node that Docket installs.`,
    );
};

const pragma = (database: Database, name: string): unknown =>
  database.prepareArrays<[unknown]>(`pragma ${name}`).get()?.[0];

/** Reads the settings back that an acknowledged commit rests on. @throws UnsafeDatabase naming the one that does not hold */
export const assertDurable = (database: Database): void => {
  const needed: readonly [string, unknown][] = [
    ['journal_mode', 'wal'],
    ['synchronous', FULL],
    ['foreign_keys', 1],
  ];
  for (const [name, value] of needed) {
    const found = pragma(database, name);
    if (found !== value)
      throw new UnsafeDatabase(
        `${database.path}: ${name} is ${String(found)} where ${String(value)} is needed, so that a power loss could lose acknowledged writes. A local disk helps.`,
      );
  }
};

const describeFailure = (path: string, error: unknown): unknown => {
  switch (sqliteCode(error)) {
    case SqliteCode.notADatabase:
      return new UnsafeDatabase(`${path} is no SQLite database: move it away, or restore a backup.`, {
        cause: error,
      });
    case SqliteCode.cannotOpen:
    case SqliteCode.readOnly:
      return new UnsafeDatabase(
        `${path} cannot be opened: its folder must exist, and both must be readable and writable for this user.`,
        { cause: error },
      );
    default:
      return error;
  }
};

/** `fullfsync` makes macOS flush the disk's own cache too; elsewhere it says nothing. */
const SETTINGS = `pragma journal_mode = wal; pragma wal_autocheckpoint = 4000; pragma synchronous = full; pragma fullfsync = on; pragma checkpoint_fullfsync = on;`;

/**
 * Opens a database file, making it when missing, so that what is committed survives a power loss. Tables are to be `strict`.
 * @throws UnsafeDatabase
 */
export const openDatabase = (path: string, options: OpenOptions = {}): Database => {
  const { readOnly = false, busyTimeout = 5_000 } = options;
  const connection = new DatabaseSync(path, {
    open: false,
    readOnly,
    timeout: busyTimeout,
    enableForeignKeyConstraints: true,
    enableDoubleQuotedStringLiterals: false,
    defensive: true,
  });
  try {
    connection.open();
    const database = new Database(path, connection);
    assertSafeVersion(String(database.prepareArrays<[string]>('select sqlite_version()').get()?.[0]));
    if (!readOnly) database.exec(SETTINGS);
    assertDurable(database);
    return database;
  } catch (error) {
    if (connection.isOpen) connection.close();
    throw describeFailure(path, error);
  }
};
