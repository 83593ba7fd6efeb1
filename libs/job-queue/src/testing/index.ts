export { forgetJobs } from './forget-jobs';
export { hasRedisServer, startOwnRedis, type OwnRedis } from './own-redis';
