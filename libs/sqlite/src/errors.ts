/** The database cannot keep what it acknowledges: too old, not in WAL mode, not fully synchronous, or no database at all. */
export class UnsafeDatabase extends Error {
  override readonly name = 'UnsafeDatabase';
}

/** The data folder cannot be made, or not be written to. The message says what would help. */
export class FolderUnusable extends Error {
  override readonly name = 'FolderUnusable';
}

/** SQLite's primary result codes that are told apart here. */
export const SqliteCode = {
  busy: 5,
  locked: 6,
  outOfMemory: 7,
  readOnly: 8,
  inputOutput: 10,
  full: 13,
  cannotOpen: 14,
  constraint: 19,
  notADatabase: 26,
} as const;

const OF_THE_DISK: ReadonlySet<number | undefined> = new Set([
  SqliteCode.busy,
  SqliteCode.locked,
  SqliteCode.outOfMemory,
  SqliteCode.inputOutput,
  SqliteCode.full,
]);

/** Whether it is the disk's or the machine's trouble, not that of what was asked: the same may do once that is over. */
export const isDiskTrouble = (error: unknown): boolean => OF_THE_DISK.has(sqliteCode(error));

/** SQLite's primary result code of an error that it raised, `undefined` for any other error. */
export const sqliteCode = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;
