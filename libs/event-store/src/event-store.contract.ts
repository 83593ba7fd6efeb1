import type { EventStore } from '@docket/kernel';
import { describeAppending } from './contract/appending.contract';
import { describeBatchLimits } from './contract/batch-limits.contract';
import { describeLifetime } from './contract/lifetime.contract';
import { describeReading } from './contract/reading.contract';
import { describeRepeating } from './contract/repeating.contract';
import { describeSubscribing } from './contract/subscribing.contract';

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

/** The promise of the EventStore port, run unchanged by every adapter. What is not asserted here is not promised. */
export const describeEventStore = (name: string, open: OpenHarness): void =>
  describe(`EventStore: ${name}`, () => {
    const opened: EventStoreHarness[] = [];
    const openAndKeep: OpenHarness = async () => {
      const harness = await open();
      opened.push(harness);
      return harness;
    };

    afterEach(async () => {
      for (const harness of opened.splice(0)) await harness.dispose();
    });

    describeAppending(openAndKeep);
    describeRepeating(openAndKeep);
    describeBatchLimits(openAndKeep);
    describeReading(openAndKeep);
    describeSubscribing(openAndKeep);
    describeLifetime(openAndKeep);
  });
