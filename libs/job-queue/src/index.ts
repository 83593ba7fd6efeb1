import type * as BullMq from './bullmq/bullmq-jobs';

export type { BullMqJobQueue, BullMqJobsOptions } from './bullmq/bullmq-jobs';
export { EmbeddedJobQueue, openEmbeddedJobs, type EmbeddedJobsOptions } from './embedded/embedded-jobs';
export { UnsuitableRedis } from './unsuitable-redis';

/** Opens the queue of an installation on Redis, as its own module says; the drivers are loaded here and not before. */
export const openBullMqJobs = async (options: BullMq.BullMqJobsOptions): Promise<BullMq.BullMqJobQueue> => {
  const adapter: typeof BullMq = require('./bullmq/bullmq-jobs');
  return adapter.openBullMqJobs(options);
};
