import type { EventStore } from '@docket/kernel';
import { EventStoreDbEventStore, type EventStoreDbOptions } from './eventstoredb.event-store';

export type { EventStoreDbOptions } from './eventstoredb.event-store';

/** A log in an EventStoreDB, and the questions that are asked of it at start. */
export type EventStoreDb = EventStore & Pick<EventStoreDbEventStore, 'assertUsable' | 'hasBegun'>;

/**
 * Opens the log of an installation in an EventStoreDB. Connects when first used, and again after each break; a server that
 * is not there shows as `StoreUnavailable` in what is asked of it, and in `assertUsable()`.
 * @throws TypeError when the installation's name cannot begin a stream's
 * @throws EventStoreUnusable when the address cannot be read, names no user for a secure server, or another machine with
 * `tls=false` and without `allowInsecure`
 */
export const openEventStoreDb = (options: EventStoreDbOptions): EventStoreDb =>
  new EventStoreDbEventStore(options);
