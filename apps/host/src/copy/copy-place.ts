import { openSqliteEventStore, type SqliteEventStore } from '@docket/event-store';
import type { WriteInOrder } from '@docket/audit';
import type { EventStore, Records } from '@docket/kernel';
import { hasPostgresRecords, openPostgresRecords, openSqliteRecords } from '@docket/records';
import { acquireFolderLock, FolderOwned, type FolderLock } from '@docket/sqlite';
import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative } from 'node:path';
import { assertBegunFor } from '../embedded';
import { FILES, OWN_FILES } from '../files';
import type { StartCheck } from '../start-checks';

/** A log and what lies beside it: a data folder holds both; an EventStoreDB has its records in a PostgreSQL, or none. */
export type CopyPlace =
  | Readonly<{ kind: 'folder'; folder: string }>
  | Readonly<{ kind: 'server'; eventStore: string; records?: string }>;

/** A place of a copy cannot be read from, or written to. */
export class CopyPlaceRefused extends Error {
  override readonly name = 'CopyPlaceRefused';
}

/** An opened place. */
export type OpenPlace = Readonly<{
  store: EventStore;
  records?: Records;
  write?: WriteInOrder;
}> &
  AsyncDisposable;

/** What a copy may find in the folder it goes to: what an earlier one left there. */
const OURS = [FILES.events, FILES.records];

const isOurs = (name: string): boolean => OWN_FILES.has(name) || OURS.some((one) => name.startsWith(one));

/** @throws CopyPlaceRefused where the folder holds no log */
const assertSource = (folder: string): void => {
  if (existsSync(join(folder, FILES.events))) return;
  throw new CopyPlaceRefused(
    `There is no log to copy in ${folder}: ${existsSync(folder) ? `it has no ${FILES.events}` : 'there is no such folder'}. Name the data folder.`,
  );
};

const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** @throws CopyPlaceRefused where it is no folder, or holds something else than a log */
const assertTarget = (folder: string): void => {
  if (isThere(folder) && !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CopyPlaceRefused(
      `${folder} is no folder, but a file or a link that leads to none: name a new folder to copy to.`,
    );
  if (!existsSync(folder) || existsSync(join(folder, FILES.events))) return;
  const there = readdirSync(folder).find((name) => !isOurs(name));
  if (there !== undefined)
    throw new CopyPlaceRefused(
      `${folder} is not empty ("${there}" is there) and no data folder: name a new folder to copy to.`,
    );
};

/** @throws FolderOwned | FolderUnusable */
const locked = (folder: string): FolderLock => {
  try {
    return acquireFolderLock(folder);
  } catch (error) {
    if (error instanceof FolderOwned)
      throw new CopyPlaceRefused(`${error.message} A log is copied while nothing is written to it.`, {
        cause: error,
      });
    throw error;
  }
};

/** Whose log it is, and whether servers without TLS on another machine are taken. */
type Whose = Readonly<{ installation: string; insecure: boolean }>;

type Opened = Readonly<{ store: SqliteEventStore; records: Records }>;

const openFiles = async (folder: string, installation: string): Promise<Opened> => {
  const store = await openSqliteEventStore({ file: join(folder, FILES.events), installation });
  try {
    await assertBegunFor(store, folder);
    return { store, records: await openSqliteRecords({ file: join(folder, FILES.records) }) };
  } catch (error) {
    await store.close();
    throw error;
  }
};

const openFolder = async (folder: string, installation: string): Promise<OpenPlace> => {
  const lock = locked(folder);
  try {
    const { store, records } = await openFiles(folder, installation);
    return {
      ...{ store, records },
      write: (runs) => store.appendInOrder(runs),
      [Symbol.asyncDispose]: async () => {
        await records.close();
        await store.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
};

type ServerPlace = Extract<CopyPlace, { kind: 'server' }>;

/** What is to be done with a place. A source is left as it is: what is not there is not made. */
type End = 'from' | 'to';

/** @throws CopyPlaceRefused where a source that has a log has no records there */
const recordsOf = async (
  url: string,
  store: EventStore,
  { end, insecure: allowInsecure }: Readonly<{ end: End; insecure: boolean }>,
): Promise<Records | undefined> => {
  const asked = { url, installation: store.installation, allowInsecure };
  if (end === 'to' || (await hasPostgresRecords(asked))) return openPostgresRecords(asked);
  if ((await store.head()) === undefined) return undefined;
  throw new CopyPlaceRefused(
    `The PostgreSQL of --records-from keeps no records of the installation "${store.installation}": name the one beside that EventStoreDB, or leave records behind with --records-from none.`,
  );
};

const openServers = async (
  { eventStore, records: url }: ServerPlace,
  whose: Whose,
  end: End,
): Promise<OpenPlace> => {
  const server: typeof import('../server') = require('../server');
  const store = await server.openServerLog({ eventStore, ...whose });
  try {
    const records =
      url === undefined ? undefined : await recordsOf(url, store, { end, insecure: whose.insecure });
    return {
      store,
      ...(records ? { records } : {}),
      [Symbol.asyncDispose]: async () => {
        await store.close();
        await records?.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
};

/** What is asked of the servers of a place before anything is opened there, under the options that name them. */
export const placeChecks = (place: CopyPlace, end: End, whose: Whose): readonly StartCheck[] => {
  if (place.kind === 'folder') return [];
  const server: typeof import('../server') = require('../server');
  const { eventStore, records } = place;
  const log = server.eventStoreCheck(`--${end}`, { eventStore, ...whose, mustHaveBegun: false });
  return records === undefined
    ? [log]
    : [log, server.databaseCheck(`--records-${end}`, records, whose.insecure)];
};

/** Where a folder is, or would be made, whatever links lead there. */
const realFolder = (folder: string): string =>
  existsSync(folder) ? realpathSync(folder) : join(realFolder(dirname(folder)), basename(folder));

/** Whether the one folder is the other, or lies in it. */
const isWithin = (inner: string, outer: string): boolean => {
  const path = relative(realFolder(outer), realFolder(inner));
  return !/^\.\.(\/|$)/.test(path) && !isAbsolute(path);
};

/** @throws CopyPlaceRefused where both are the same place, the target lies in the source, the one has nothing to copy or the other something else */
export const checkPlaces = (from: CopyPlace, to: CopyPlace): void => {
  const isSame =
    from.kind === 'folder'
      ? to.kind === 'folder' && isWithin(to.folder, from.folder)
      : to.kind === 'server' && from.eventStore === to.eventStore;
  if (isSame)
    throw new CopyPlaceRefused(
      'Source and target are the same place, or the target lies in the source. A log is never rewritten where it is: name another place to copy to.',
    );
  if (from.kind === 'folder') assertSource(from.folder);
  if (to.kind === 'folder') assertTarget(to.folder);
};

/**
 * Opens a place; of a folder it takes the ownership until it is let go. @throws CopyPlaceRefused beside an owner
 * @throws FolderUnusable | InstallationDiffers | UnsafeDatabase | StoreUnavailable
 */
export const openPlace = (place: CopyPlace, end: End, whose: Whose): Promise<OpenPlace> =>
  place.kind === 'folder' ? openFolder(place.folder, whose.installation) : openServers(place, whose, end);
