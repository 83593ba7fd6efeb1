import 'reflect-metadata';
import { acquireFolderLock, loadSample, readSettings, type Settings } from '@docket/host';
import { CommandBus } from '@nestjs/cqrs';
import { logger } from './log';
import { sayProgress, say } from './say';
import { startDocket, type RunningDocket } from './start';

/** Takes the data folder, when there is one, for the life of the process. */
const ownFolder = ({ profile }: Settings) =>
  profile.kind === 'embedded' ? acquireFolderLock(profile.folder) : undefined;

const stopOnSignal = (running: RunningDocket, letGo: () => void): void => {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      say('stopping: finishing what is under way');
      running.close().then(
        () => {
          letGo();
          say('stopped');
          process.exit(0);
        },
        (error: unknown) => {
          logger.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    });
};

/** Whatever is written from here on is for this user only: log, names, keys. */
process.umask(0o077);

const main = async (): Promise<void> => {
  const settings = readSettings(process.env);
  const lock = ownFolder(settings);
  const running = await startDocket(
    settings,
    settings.profile.kind === 'embedded' ? 'all' : 'api',
    sayProgress,
  );
  lock?.announce({ address: running.address, secret: running.ownerSecret, pid: process.pid });
  stopOnSignal(running, () => lock?.release());
  if (settings.sample && settings.profile.kind === 'embedded') {
    running.waitFor('the sample portfolio');
    const notice = await loadSample(running.system, running.app.get(CommandBus), sayProgress);
    if (notice !== undefined) say(notice);
  }
  running.ready();
  say(`ready: ${running.address}  (API ${running.address}/api/docs, stop with Ctrl-C)`);
};

main().catch((error: unknown) => {
  say(explain(error));
  process.exit(2);
});

/** What is wrong and what would help, for the person at the terminal. */
const explain = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return `the port is taken by another program: ${error.message}. Set PORT to a free one, PORT=0 picks one.`;
  if (code === 'EACCES')
    return `the port needs more rights than this user has: ${error.message}. Set PORT to one above 1023.`;
  return error.message;
};
