import type { Leases, ReadModels } from '@docket/kernel';
import type * as PostgresLeases from './postgres/postgres-leases';
import type * as Postgres from './postgres/postgres-read-models';

export type { PostgresReadModelsOptions } from './postgres/postgres-read-models';
export type { PostgresLeasesOptions } from './postgres/postgres-leases';
export { FolderLeases, LeaseBook } from './sqlite/folder-leases';
export { openSqliteReadModels, type SqliteReadModelsOptions } from './sqlite/sqlite-read-models';
export type { AnyProjection } from './projection/any-projection';
export { assertOfThisLog, type Log, type Projecting } from './projection/consumer';
export { TablesDiffer } from './build/tables-differ';
export { followLive } from './projection/follow-live';
export {
  ProjectionRunner,
  type Progress,
  type RunnerOptions,
  type RunnerStatus,
} from './projection/projection-runner';
export { rebuild, type RebuildOptions } from './projection/rebuild';
export { EventNotApplied, LogDiffers, ProjectionsStopped, ReadModelBehind } from './projection/runner-errors';
export { untilReached } from './projection/waiters';
export * from './as-of';

/** Opens the read models of an installation in PostgreSQL, as its own module says; the driver is loaded here and not before. */
export const openPostgresReadModels = async (
  options: Postgres.PostgresReadModelsOptions,
): Promise<ReadModels> => {
  const adapter: typeof Postgres = require('./postgres/postgres-read-models');
  return adapter.openPostgresReadModels(options);
};

/** Whether a definition has read models in PostgreSQL, as its own module says; the driver is loaded here and not before. */
export const hasPostgresReadModels = async (
  asked: Parameters<typeof Postgres.hasPostgresReadModels>[0],
): Promise<boolean> => {
  const adapter: typeof Postgres = require('./postgres/postgres-read-models');
  return adapter.hasPostgresReadModels(asked);
};

/** Opens the leases of an installation in PostgreSQL, as its own module says; the driver is loaded here and not before. */
export const openPostgresLeases = async (options: PostgresLeases.PostgresLeasesOptions): Promise<Leases> => {
  const adapter: typeof PostgresLeases = require('./postgres/postgres-leases');
  return adapter.openPostgresLeases(options);
};
