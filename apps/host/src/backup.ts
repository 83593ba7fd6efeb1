import { renewLogId } from '@docket/event-store';
import type { EventStore, Instant } from '@docket/kernel';
import { syncFolder } from '@docket/sqlite';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { FILES, OWN_FILES } from './files';
import type { BackupManifest } from './system';

const MANIFEST = 'backup.json';

/** What a backup holds; the log is put in place last. */
const COPIED = [FILES.records, FILES.events];

/** A backup cannot be made or restored there. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

type Copyable = Readonly<{ backupTo: (path: string) => Promise<unknown> }>;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Where a path leads, links followed as far as it exists. */
const realPath = (path: string): string => {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
};

/** A backup in the folder it is of goes when that goes, and would stand in the way of a start. @throws BackupRefused */
const outsideOf = (folder: string, to: string): void => {
  const way = relative(realPath(resolve(folder)), realPath(resolve(to)));
  if (!way.startsWith('..') && !isAbsolute(way))
    throw new BackupRefused(`${to} lies in the data folder itself: name a folder outside ${folder}.`);
};

const emptyFolder = (to: string): void => {
  const first = firstIn(to);
  if (first !== undefined)
    throw new BackupRefused(
      `${to} is not empty ("${first}" is there): name a new folder, so that no backup is overwritten.`,
    );
};

/** The first name in a folder, which is made when missing. @throws BackupRefused */
const firstIn = (to: string): string | undefined => {
  try {
    if (!existsSync(to)) {
      mkdirSync(to, { mode: 0o700 });
      syncFolder(dirname(resolve(to)));
    }
    return readdirSync(to)[0];
  } catch (error) {
    throw new BackupRefused(`${to} cannot be used as a folder (${reasonOf(error)}): name another one.`);
  }
};

/** What a backup is taken of. */
type Source = Readonly<{ folder: string; store: EventStore & Copyable; records: Copyable }>;

/**
 * Copies records and log by SQLite's own backup, while both are written to. The manifest comes last: a folder without it is
 * no backup. @throws BackupRefused
 */
export const takeBackup = async (
  to: string,
  { folder, store, records }: Source,
  now: () => Instant,
): Promise<BackupManifest> => {
  outsideOf(folder, to);
  const wasThere = existsSync(to);
  emptyFolder(to);
  try {
    return await copiedTo(to, { store, records }, now);
  } catch (error) {
    for (const name of readdirSync(to)) rmSync(join(to, name));
    if (!wasThere) rmdirSync(to);
    throw new BackupRefused(
      `The backup could not be written to ${to} (${reasonOf(error)}), and nothing of it was left there: see that there is room, or name a folder elsewhere.`,
      { cause: error },
    );
  }
};

const copiedTo = async (
  to: string,
  { store, records }: Pick<Source, 'store' | 'records'>,
  now: () => Instant,
): Promise<BackupManifest> => {
  const takenAt = now();
  await records.backupTo(join(to, FILES.records));
  const position = (await store.head()) ?? null;
  await store.backupTo(join(to, FILES.events));
  const manifest: BackupManifest = {
    log: await store.logId(),
    installation: store.installation,
    position,
    takenAt,
    files: COPIED,
  };
  writeFileSync(join(to, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  syncFolder(to);
  return manifest;
};

const isManifest = (value: unknown): value is BackupManifest =>
  typeof value === 'object' &&
  value !== null &&
  'log' in value &&
  'installation' in value &&
  'files' in value &&
  Array.isArray(value.files) &&
  COPIED.every((name) => (value.files as unknown[]).includes(name));

const manifestIn = (from: string): BackupManifest => {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(from, MANIFEST), 'utf8'));
    if (isManifest(manifest)) return manifest;
  } catch {
    // told below: why it cannot be read helps nobody
  }
  throw new BackupRefused(
    `${from} is not a whole backup: it has no readable ${MANIFEST}. \`docket backup FOLDER\` makes one.`,
  );
};

/** @throws BackupRefused where the folder holds no whole backup */
export const assertBackup = (from: string): void => void manifestIn(from);

type Restoring = Readonly<{ from: string; folder: string; installation: string }>;

/** A restore that was broken off leaves these; the next one begins anew. */
const UNFINISHED = '.restoring';

const checkRestore = ({ from, folder, installation }: Restoring, manifest: BackupManifest): void => {
  if (manifest.installation !== installation)
    throw new BackupRefused(
      `The backup is of the installation "${manifest.installation}", the settings say "${installation}": set DOCKET_INSTALLATION to match.`,
    );
  const there = readdirSync(folder).find((name) => !OWN_FILES.has(name) && !name.includes(UNFINISHED));
  if (there !== undefined)
    throw new BackupRefused(
      `${folder} is not empty ("${there}" is there): restore into a new folder, or move the old one away first.`,
    );
  const absent = COPIED.find((name) => !existsSync(join(from, name)));
  if (absent !== undefined) throw new BackupRefused(`${from} is not a whole backup: ${absent} is missing.`);
};

const dropUnfinished = (folder: string): void => {
  for (const name of readdirSync(folder)) if (name.includes(UNFINISHED)) rmSync(join(folder, name));
};

/** Copies a file whole to the disk, not only to the memory before it. */
const copySynced = (from: string, to: string): void => {
  copyFileSync(from, to);
  const copy = openSync(to, 'r+');
  try {
    fsyncSync(copy);
  } finally {
    closeSync(copy);
  }
};

/**
 * Puts a backup into a data folder that holds no data, under a new log id: what was answered from the former log is not
 * taken for an answer of this one. The log comes last: broken off before that, the folder holds no data still.
 * The caller owns the folder. @throws BackupRefused
 */
export const restoreBackup = ({
  from,
  folder,
  installation,
}: Restoring): Readonly<{ log: string; former: string }> => {
  const manifest = manifestIn(from);
  checkRestore({ from, folder, installation }, manifest);
  dropUnfinished(folder);
  try {
    for (const name of COPIED) copySynced(join(from, name), join(folder, `${name}${UNFINISHED}`));
    const log = renewLogId(join(folder, `${FILES.events}${UNFINISHED}`));
    for (const name of COPIED) renameSync(join(folder, `${name}${UNFINISHED}`), join(folder, name));
    syncFolder(folder);
    return { log, former: manifest.log };
  } catch (error) {
    dropUnfinished(folder);
    throw new BackupRefused(`${from} could not be restored into ${folder}: ${reasonOf(error)}`);
  }
};
