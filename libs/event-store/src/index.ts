import type * as EventStoreDb from './eventstoredb';
import type * as Address from './eventstoredb/address';

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

/** What of an address of an EventStoreDB nobody is to read; `undefined` where it is none, as the driver itself reads it. */
export const secretsOfEventStoreDb = (address: string): readonly string[] | undefined => {
  const { secretsIn }: typeof Address = require('./eventstoredb/address');
  try {
    return secretsIn(address);
  } catch {
    return undefined;
  }
};
