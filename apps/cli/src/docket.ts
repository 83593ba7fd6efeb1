import { startDocket } from '@docket/api';
import { acquireFolderLock, FolderOwned, readOwner, type FolderLock, type Settings } from '@docket/host';
import { setTimeout } from 'node:timers/promises';
import { Client } from './client';
import { showProgress } from './progress';

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
  for (const deadline = Date.now() + WAIT_MS; ; await setTimeout(200)) {
    try {
      return { lock: acquireFolderLock(folder) };
    } catch (error) {
      if (!(error instanceof FolderOwned)) throw error;
      const owner = readOwner(folder);
      if (owner && (await answers(owner.address))) return { client: new Client(owner.address, owner.secret) };
      if (Date.now() > deadline) throw error;
    }
  }
};

const alone = async <T>(settings: Settings, lock: FolderLock | undefined, use: (client: Client) => Promise<T>): Promise<T> => {
  try {
    const part = settings.profile.kind === 'embedded' ? 'all' : 'api';
    const running = await startDocket({ ...settings, host: '127.0.0.1', port: 0 }, part, showProgress);
    lock?.announce({ address: running.address, secret: running.ownerSecret, pid: process.pid });
    running.ready();
    try {
      return await use(new Client(running.address, running.ownerSecret));
    } finally {
      await running.close();
    }
  } finally {
    lock?.release();
  }
};

/** Lets `use` speak to Docket: to the owner of the data folder where there is one, else to one of our own for this command. */
export const withDocket = async <T>(settings: Settings, use: (client: Client) => Promise<T>): Promise<T> => {
  if (settings.profile.kind === 'server') return alone(settings, undefined, use);
  const place = await lockOrOwner(settings.profile.folder);
  return 'client' in place ? use(place.client) : alone(settings, place.lock, use);
};
