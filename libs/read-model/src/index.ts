export { openPostgresReadModels, type PostgresReadModelsOptions } from './postgres/postgres-read-models';
export { openSqliteReadModels, type SqliteReadModelsOptions } from './sqlite/sqlite-read-models';
export type { AnyProjection } from './projection/any-projection';
export type { Log, Projecting } from './projection/consumer';
export { followLive } from './projection/follow-live';
export {
  ProjectionRunner,
  type Progress,
  type RunnerOptions,
  type RunnerStatus,
} from './projection/projection-runner';
export { rebuild, type RebuildOptions } from './projection/rebuild';
export { EventNotApplied, LogDiffers, ReadModelBehind } from './projection/runner-errors';
export { untilReached } from './projection/waiters';
export * from './as-of';
