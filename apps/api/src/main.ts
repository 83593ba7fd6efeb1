import 'reflect-metadata';
import {
  acquireFolderLock,
  loadSampleOnce,
  logger,
  onceTold,
  readSettings,
  ToldToStop,
  toldToStop,
  type FolderLock,
  type Settings,
} from '@docket/host';
import { CommandBus } from '@nestjs/cqrs';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { sayProgress, say } from './say';
import { sayStanding } from './say-standing';
import { startDocket, type RunningDocket } from './start';

/** Listens for a moment. @throws where the port cannot be had */
const tryPort = async ({ host, port }: Settings): Promise<void> => {
  const server = createServer().listen({ host, port });
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
};

/** Takes the data folder, when there is one, for the life of the process; none is made for a start that cannot be. */
const ownFolder = async (settings: Settings): Promise<FolderLock | undefined> => {
  const { profile } = settings;
  if (profile.kind !== 'embedded') return undefined;
  if (!existsSync(profile.folder)) await tryPort(settings);
  return acquireFolderLock(profile.folder);
};

/** How often the owner looks whether its folder is still there, in milliseconds. */
const LOOK_MS = 1_000;

/** Ends the process, once: what is under way is finished, then the folder let go. */
const ending = (running: RunningDocket, lock: FolderLock | undefined) => {
  let isEnding = false;
  return (why: string, code: number): void => {
    if (isEnding) return;
    isEnding = true;
    say(why);
    running.close().then(
      () => {
        lock?.release();
        say('stopped');
        process.exit(code);
      },
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
};

type End = ReturnType<typeof ending>;

/** A folder that was removed or replaced takes nothing any more, and may get another owner: this one leaves. */
const stopWithoutFolder = (lock: FolderLock, end: End): void => {
  const look = setInterval(() => {
    if (lock.isInPlace) return;
    clearInterval(look);
    end(
      `${lock.folder} was removed or replaced while it was served: nothing more can be kept there, stopping. What was acknowledged before lies where it was moved to, or in your last backup.`,
      1,
    );
  }, LOOK_MS);
  look.unref();
};

/** Whatever is written from here on is for this user only: log, names, keys. */
process.umask(0o077);

const main = async (): Promise<void> => {
  const settings = readSettings(process.env);
  for (const notice of settings.notices) say(notice);
  const stopping = toldToStop();
  const lock = await ownFolder(settings);
  const part = settings.profile.kind === 'embedded' ? 'all' : 'api';
  const running = await startDocket(settings, part, sayProgress, { stopping });
  lock?.announce({ address: running.address, secret: running.ownerSecret, pid: process.pid });
  const end = ending(running, lock);
  onceTold(stopping, () => end('stopping: finishing what is under way', 0));
  if (stopping.aborted) return;
  if (lock) stopWithoutFolder(lock, end);
  if (settings.sample) {
    running.waitFor('the sample portfolio');
    const notice = await loadSampleOnce(running.system, running.app.get(CommandBus), sayProgress);
    if (notice !== undefined) say(notice);
  }
  running.ready();
  await sayStanding(running);
};

main().catch((error: unknown) => {
  if (error instanceof ToldToStop) {
    say('stopped');
    process.exit(0);
  }
  say(explain(error));
  process.exit(2);
});

/** What is wrong and what would help, for the person at the terminal. */
const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `the port is taken, by another Docket or another program: ${error.message}. Set PORT to a free one, PORT=0 picks one.`;
  if (code === 'EACCES')
    return `the port needs more rights than this user has: ${error.message}. Set PORT to one above 1023.`;
  return error.message;
};
