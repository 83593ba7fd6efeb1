export { binaryArray, type ArrayKind } from './binary-array';
export { takesNoWrites, DatabaseUnavailable, postgresCode, UnsuitableDatabase } from './errors';
export { postgresDialect } from './kysely-dialect';
export { assertSettings, checkServer, openPool, type PoolOptions } from './open-pool';
export { Pool, Session, type Patience, type Query } from './pool';
