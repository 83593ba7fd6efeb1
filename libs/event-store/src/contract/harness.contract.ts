import type { EventStore } from '@docket/kernel';

/** One log under test: a fresh installation in it, so that a shared server can serve many tests. */
export type EventStoreHarness = Readonly<{
  store: EventStore;
  /** Closes the client that was opened last for this installation and opens the same log with a new one. */
  reopen(): Promise<EventStore>;
  /** Another installation in the same log, open beside the first. */
  neighbour(): Promise<EventStore>;
  /** Closes all clients of this harness, however often they were closed before, and removes what was made. */
  dispose(): Promise<void>;
}>;

export type OpenHarness = () => Promise<EventStoreHarness>;
