import 'reflect-metadata';
import { logger, onceTold, readSettings, ToldToStop, toldToStop, type Progress } from '@docket/host';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module';

const logProgress: Progress = ({ what, done, total }) =>
  logger.info(`${what}: ${done}${total === undefined ? '' : ` of ${total}`}`);

/** Ends the process: what is under way is finished. */
const end = (worker: INestApplicationContext): void => {
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

/** Projections and processes of the server profile; in the embedded one they run inside the API's process. */
const main = async (): Promise<void> => {
  const settings = readSettings(process.env);
  logger.level = settings.logLevel;
  for (const notice of settings.notices) logger.warn(notice);
  if (settings.profile.kind === 'embedded')
    throw new Error(
      'The embedded profile needs no worker: `npm start` does its work. Set the three server addresses for the server profile.',
    );
  const stopping = toldToStop();
  onceTold(stopping, () => logger.info('stopping: finishing what is under way'));
  const worker = await NestFactory.createApplicationContext(
    WorkerModule.of(settings, logProgress, stopping),
    { logger: false, abortOnError: false },
  );
  onceTold(stopping, () => end(worker));
  if (!stopping.aborted) logger.info('ready, stop with Ctrl-C');
};

main().catch((error: unknown) => {
  if (error instanceof ToldToStop) {
    logger.info('stopped');
    process.exit(0);
  }
  process.stderr.write(`docket worker: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
