export { hasRedisServer, startOwnRedis, type OwnRedis } from './own-redis';
