export { EmbeddedJobQueue, openEmbeddedJobs, type EmbeddedJobsOptions } from './embedded/embedded-jobs';
