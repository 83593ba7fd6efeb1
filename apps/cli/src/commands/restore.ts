import { acquireFolderLock, assertBackup, restoreBackup } from '@docket/host';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { WrongUsage } from '../arguments';
import { leaveTidily } from '../interruption';
import { done, type Command } from './command';

/** Puts a backup into an empty data folder, under a new log id; refuses beside an owner. */
export const restore: Command = async ([from = ''], { json }, { profile, installation }) => {
  if (profile.kind === 'server')
    throw new WrongUsage(
      'In the server profile restore the servers themselves; docket restore is for a data folder.',
    );
  if (!existsSync(profile.folder)) assertBackup(resolve(from));
  const lock = acquireFolderLock(profile.folder);
  leaveTidily(() => lock.release());
  try {
    const restored = restoreBackup({ from: resolve(from), folder: profile.folder, installation });
    return done(
      json
        ? `${JSON.stringify(restored)}\n`
        : `Restored into ${profile.folder} as log ${restored.log}. The read model is built at the next start.\n`,
    );
  } finally {
    lock.release();
  }
};
