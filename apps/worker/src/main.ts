import 'reflect-metadata';
import { logger, readSettings, type Progress } from '@docket/host';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module';

const logProgress: Progress = ({ what, done, total }) =>
  logger.info(`${what}: ${done}${total === undefined ? '' : ` of ${total}`}`);

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
  logger.info('ready, stop with Ctrl-C');
  const stop = () =>
    void worker.close().then(
      () => {
        logger.info('stopped');
        process.exit(0);
      },
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
};

main().catch((error: unknown) => {
  process.stderr.write(`docket worker: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
});
