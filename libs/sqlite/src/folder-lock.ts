import { mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FolderUnusable, sqliteCode, SqliteCode } from './errors';
import { Place } from './place';
import { hasRoom } from './room';
import { syncFolder } from './sync-folder';
import { readOwner, removeOwner, writeOwner, type Owner } from './owner';

/** Another process serves the folder. `owner` is what it announced, without its secret; `undefined` while it starts. */
export class FolderOwned extends Error {
  override readonly name = 'FolderOwned';
  readonly owner: Readonly<{ address: string; pid: number }> | undefined;

  constructor(
    readonly folder: string,
    owner: Owner | undefined,
  ) {
    const who = owner ? `process ${owner.pid} at ${owner.address}` : 'another process';
    super(`${folder} is in use by ${who}: stop that one first, or choose another folder.`);
    this.owner = owner && { address: owner.address, pid: owner.pid };
  }
}

/** Locks are kept here too: one that nobody refers to would be let go by the garbage collector. */
const held = new Set<FolderLock>();

/** SQLite alone touches this file: an ordinary read or copy of it in this process would drop the lock (POSIX locks). */
const lockFile = (folder: string): string => join(folder, 'lock.sqlite');

/** The ownership of a data folder, for the life of the process or until `release`. */
export class FolderLock {
  private readonly place: Place;

  constructor(
    readonly folder: string,
    private readonly connection: DatabaseSync,
  ) {
    this.place = Place.of(lockFile(folder));
    held.add(this);
  }

  /** Whether the folder is still the one that was locked; one that was removed or replaced may have another owner by now. */
  get isInPlace(): boolean {
    return this.place.isSame();
  }

  /** Says in `owner.json`, readable for this user only, where the owner answers. */
  announce(owner: Owner): void {
    if (!held.has(this)) throw new Error(`${this.folder} was released: it is not ours to announce.`);
    writeOwner(this.folder, owner);
  }

  /** Takes the announcement back and lets go; harmless when done before. */
  release(): void {
    if (!held.delete(this)) return;
    if (this.isInPlace) removeOwner(this.folder);
    this.connection.close();
  }
}

const errorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

const full = (folder: string, cause?: unknown): FolderUnusable =>
  new FolderUnusable(
    `The disk of the data folder ${folder} is full: make room there (some megabytes do for a start), then start again. Nothing was changed.`,
    { cause },
  );

/** Makes the data folder for this user only; its parent must be there. @throws FolderUnusable */
export const prepareFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { mode: 0o700 });
    syncFolder(dirname(resolve(folder)));
  } catch (cause) {
    const code = errorCode(cause);
    if (code === 'EEXIST' && statSync(folder).isDirectory()) return;
    if (code === 'ENOSPC') throw full(folder, cause);
    const why =
      code === 'EEXIST'
        ? 'a file has that name: move it away, or choose another folder'
        : code === 'ENOENT'
          ? `${dirname(folder)} does not exist: make it first, or choose another folder`
          : `${dirname(folder)} does not let this user (${code}): allow it, or choose another folder`;
    throw new FolderUnusable(`The data folder ${folder} cannot be made; ${why}.`, { cause });
  }
};

/**
 * Takes ownership of the data folder, making the folder when missing. A kill of the owner frees it.
 * @throws FolderOwned | FolderUnusable
 */
export const acquireFolderLock = (folder: string): FolderLock => {
  prepareFolder(folder);
  const connection = new DatabaseSync(lockFile(folder), { open: false, timeout: 0 });
  try {
    connection.open();
    connection.exec('begin exclusive');
    removeOwner(folder);
    if (!hasRoom(folder)) throw full(folder);
    return new FolderLock(folder, connection);
  } catch (cause) {
    if (connection.isOpen) connection.close();
    if (cause instanceof FolderUnusable) throw cause;
    if (sqliteCode(cause) === SqliteCode.busy) throw new FolderOwned(folder, readOwner(folder));
    if (sqliteCode(cause) === SqliteCode.full) throw full(folder, cause);
    throw new FolderUnusable(
      `The data folder ${folder} cannot be used (${cause instanceof Error ? cause.message : String(cause)}): it must be writable for this user and on a local disk.`,
      { cause },
    );
  }
};
