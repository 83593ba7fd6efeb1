import 'reflect-metadata';
import { logger, readSettings, type Progress } from '@docket/host';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module';

const logProgress: Progress = ({ what, done, total }) =>
  logger.info(`${what}: ${done}${total === undefined ? '' : ` of ${total}`}`);

/** Ends the process at the first signal, once what is under way is finished; further ones change nothing. */
const stopOnSignal = (worker: INestApplicationContext): void => {
  let isEnding = false;
  const stop = (): void => {
    if (isEnding) return;
    isEnding = true;
    logger.info('stopping: finishing what is under way');
    worker.close().then(
      () => {
        logger.info('stopped');
        process.exit(0);
      },
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
};

/** Projections and processes of the server profile; in the embedded one they run inside the API's process. */
const main = async (): Promise<void> => {
  const settings = readSettings(process.env);
  logger.level = settings.logLevel;
  for (const notice of settings.notices) logger.warn(notice);
  if (settings.profile.kind === 'embedded')
    throw new Error(
      'The embedded profile needs no worker: `npm start` does its work. Set the three server addresses for the server profile.',
    );
  const worker = await NestFactory.createApplicationContext(WorkerModule.of(settings, logProgress), {
    logger: false,
    abortOnError: false,
  });
  stopOnSignal(worker);
  logger.info('ready, stop with Ctrl-C');
};

main().catch((error: unknown) => {
  process.stderr.write(`docket worker: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
