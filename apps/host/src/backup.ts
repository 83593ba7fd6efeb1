import { renewLogId } from '@docket/event-store';
import type { EventStore, Instant } from '@docket/kernel';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILES, OWN_FILES } from './files';
import type { BackupManifest } from './system';

const MANIFEST = 'backup.json';

/** A backup cannot be made or restored there. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

type Copyable = Readonly<{ backupTo: (path: string) => Promise<unknown> }>;

const emptyFolder = (to: string): void => {
  mkdirSync(to, { mode: 0o700, recursive: true });
  const [first] = readdirSync(to);
  if (first !== undefined) throw new BackupRefused(`${to} is not empty ("${first}" is there): name a new folder, so that no backup is overwritten.`);
};

/**
 * Copies records and log by SQLite's own backup, while both are written to. The manifest comes last: a folder without it is
 * no backup. @throws BackupRefused
 */
export const takeBackup = async (to: string, store: EventStore & Copyable, records: Copyable, now: () => Instant): Promise<BackupManifest> => {
  emptyFolder(to);
  const takenAt = now();
  await records.backupTo(join(to, FILES.records));
  const position = (await store.head()) ?? null;
  await store.backupTo(join(to, FILES.events));
  const manifest: BackupManifest = {
    log: await store.logId(),
    installation: store.installation,
    position,
    takenAt,
    files: [FILES.events, FILES.records],
  };
  writeFileSync(join(to, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  return manifest;
};

const manifestIn = (from: string): BackupManifest => {
  try {
    return JSON.parse(readFileSync(join(from, MANIFEST), 'utf8')) as BackupManifest;
  } catch {
    throw new BackupRefused(`${from} is not a whole backup: it has no readable ${MANIFEST}. \`docket backup FOLDER\` makes one.`);
  }
};

type Restoring = Readonly<{ from: string; folder: string; installation: string }>;

/**
 * Puts a backup into a data folder that holds no data, under a new log id: what was answered from the former log is not
 * taken for an answer of this one. The caller owns the folder. @throws BackupRefused
 */
export const restoreBackup = ({ from, folder, installation }: Restoring): Readonly<{ log: string; former: string }> => {
  const manifest = manifestIn(from);
  if (manifest.installation !== installation)
    throw new BackupRefused(`The backup is of the installation "${manifest.installation}", the settings say "${installation}": set DOCKET_INSTALLATION to match.`);
  const there = readdirSync(folder).find((name) => !OWN_FILES.has(name));
  if (there !== undefined)
    throw new BackupRefused(`${folder} is not empty ("${there}" is there): restore into a new folder, or move the old one away first.`);
  const absent = manifest.files.find((name) => !existsSync(join(from, name)));
  if (absent !== undefined) throw new BackupRefused(`${from} is not a whole backup: ${absent} is missing.`);
  for (const name of manifest.files) copyFileSync(join(from, name), join(folder, name));
  return { log: renewLogId(join(folder, FILES.events)), former: manifest.log };
};
