import type * as EventStoreDb from './eventstoredb';

export { EventStoreUnusable } from './event-store-unusable';
export { openSqliteEventStore, renewLogId } from './sqlite/open-sqlite-event-store';
export { SqliteEventStore } from './sqlite/sqlite-event-store';
export type { EventStoreDb, EventStoreDbOptions } from './eventstoredb';

/**
 * Opens the log of an installation in an EventStoreDB, as `openEventStoreDb` of its folder says. The driver is loaded here
 * and not before: who keeps the log in a file does not pay for it.
 */
export const openEventStoreDb = async (
  options: EventStoreDb.EventStoreDbOptions,
): Promise<EventStoreDb.EventStoreDb> => {
  const adapter: typeof EventStoreDb = require('./eventstoredb');
  return adapter.openEventStoreDb(options);
};
