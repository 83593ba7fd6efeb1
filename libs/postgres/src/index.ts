export { DatabaseUnavailable, postgresCode, UnsuitableDatabase } from './errors';
export { postgresDialect } from './kysely-dialect';
export { assertSettings, openPool, type PoolOptions } from './open-pool';
export { Pool, Session, type Query } from './pool';
