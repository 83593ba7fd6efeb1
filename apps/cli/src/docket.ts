import { existsSync } from 'node:fs';
import {
  acquireFolderLock,
  FolderOwned,
  FolderUnusable,
  readOwner,
  type FolderLock,
  type Settings,
} from '@docket/host';
import { setTimeout } from 'node:timers/promises';
import { caughtUp } from './caught-up';
import { Client } from './client';
import { leaveTidily } from './interruption';
import { showProgress } from './progress';

/** How long a folder that somebody holds without answering is waited for, in milliseconds. */
const WAIT_MS = 15_000;

const answers = async (address: string): Promise<boolean> => {
  try {
    return (await fetch(`${address}/health/live`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
};

type Place = Readonly<{ lock: FolderLock } | { client: Client }>;

/** The folder's lock, or its owner where one answers; waits a while for either. @throws FolderOwned */
const lockOrOwner = async (folder: string): Promise<Place> => {
  const deadline = Date.now() + WAIT_MS;
  for (let isSaid = false; ; isSaid = true) {
    try {
      return { lock: acquireFolderLock(folder) };
    } catch (error) {
      if (!(error instanceof FolderOwned)) throw error;
      const owner = readOwner(folder);
      if (owner && (await answers(owner.address))) return { client: new Client(owner.address, owner.secret) };
      if (Date.now() > deadline) throw error;
      if (!isSaid)
        process.stderr.write(
          `docket: ${folder} is held by a process that does not answer yet: waiting up to ${WAIT_MS / 1_000} s\n`,
        );
    }
    await setTimeout(200);
  }
};

/** Settings of a command. */
export type CommandSettings = Settings &
  Readonly<{
    /** It reads what is now: beside servers it waits for a worker. What was then is for the API to answer, or to refuse. */
    readsNow?: boolean;
  }>;

/** A Docket of our own for one command. What is not asked for is not loaded: beside an owner the API stays on disk. */
const withOwnDocket = async <T>(
  settings: CommandSettings,
  lock: FolderLock | undefined,
  use: (client: Client) => Promise<T>,
  mustHaveBegun: boolean,
): Promise<T> => {
  const { startDocket } = await import('@docket/api');
  const part = settings.profile.kind === 'embedded' ? 'all' : 'api';
  const running = await startDocket(
    { ...settings, host: '127.0.0.1', port: 0, mustHaveBegun },
    part,
    showProgress,
  );
  try {
    lock?.announce({ address: running.address, secret: running.ownerSecret, pid: process.pid });
    running.ready();
    const client = new Client(running.address, running.ownerSecret);
    if (part === 'api' && settings.readsNow) await caughtUp(running.system, () => client.standing());
    const result = await use(client);
    await running.idle();
    return result;
  } finally {
    await running.close();
  }
};

type Ways<T> = Readonly<{
  /** Beside the owner of the folder. */
  owner: (client: Client) => Promise<T>;
  /** With the folder to ourselves; in the server profile there is no lock. */
  folder: (lock: FolderLock | undefined) => Promise<T>;
}>;

/** Whether the command may make the data folder, or begin a log on servers. Others would find nothing in a new one, made for a slip in its name. */
type MayMake = Readonly<{ makesLog?: boolean }>;

/** Works through the folder's owner where there is one, else with the folder to ourselves. @throws FolderOwned | FolderUnusable */
export const withOwnerOrFolder = async <T>(
  { profile }: Settings,
  { owner, folder }: Ways<T>,
  { makesLog = false }: MayMake = {},
): Promise<T> => {
  if (profile.kind === 'server') return folder(undefined);
  if (!makesLog && !existsSync(profile.folder))
    throw new FolderUnusable(
      `There is no data folder ${profile.folder}. \`npm start\` and \`docket import\` make one; --data DIR names another.`,
    );
  const place = await lockOrOwner(profile.folder);
  if ('client' in place) return owner(place.client);
  const { lock } = place;
  leaveTidily(() => lock.release());
  try {
    return await folder(lock);
  } finally {
    lock.release();
  }
};

/** Lets `use` speak to Docket: to the owner of the data folder where there is one, else to one of our own for this command. */
export const withDocket = <T>(
  settings: CommandSettings,
  use: (client: Client) => Promise<T>,
  mayMake: MayMake = {},
): Promise<T> =>
  withOwnerOrFolder(
    settings,
    { owner: use, folder: (lock) => withOwnDocket(settings, lock, use, !mayMake.makesLog) },
    mayMake,
  );
