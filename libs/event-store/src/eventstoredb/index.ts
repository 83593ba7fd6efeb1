import type { EventStore } from '@docket/kernel';
import { EventStoreDbEventStore, type EventStoreDbOptions } from './eventstoredb.event-store';

export type { EventStoreDbOptions } from './eventstoredb.event-store';

/**
 * Opens the log of an installation in an EventStoreDB. Connects when first used, and again after each break; a server that
 * is not there shows as `StoreUnavailable` in what is asked of it.
 * @throws TypeError when the installation's name cannot begin a stream's
 * @throws StoreUnavailable when a secure server's URL names no user
 */
export const openEventStoreDb = (options: EventStoreDbOptions): EventStore =>
  new EventStoreDbEventStore(options);
