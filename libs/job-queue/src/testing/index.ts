export { forgetJobs } from '../bullmq/forget-jobs.scenes';
export { hasRedisServer, startOwnRedis, type OwnRedis } from './own-redis';
