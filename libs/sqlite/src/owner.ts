import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The process that serves a data folder: where it answers, the secret that opens its door, its process id. */
export type Owner = Readonly<{ address: string; secret: string; pid: number }>;

const fileIn = (folder: string): string => join(folder, 'owner.json');

const isOwner = (value: unknown): value is Owner =>
  typeof value === 'object' &&
  value !== null &&
  'address' in value &&
  typeof value.address === 'string' &&
  'secret' in value &&
  typeof value.secret === 'string' &&
  'pid' in value &&
  Number.isSafeInteger(value.pid);

/**
 * Who announced itself in the folder, `undefined` when nobody did or the file is not ours to read. After a crash it may
 * name a process that is gone: only the lock says whether the folder is owned.
 */
export const readOwner = (folder: string): Owner | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(fileIn(folder), 'utf8'));
    return isOwner(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Writes the file whole or not at all, for this user only. For who holds the lock. */
export const writeOwner = (folder: string, { address, secret, pid }: Owner): void => {
  const unfinished = `${fileIn(folder)}.new`;
  rmSync(unfinished, { force: true });
  writeFileSync(unfinished, JSON.stringify({ address, secret, pid }), {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
  renameSync(unfinished, fileIn(folder));
};

export const removeOwner = (folder: string): void => rmSync(fileIn(folder), { force: true });
