import { describeAppending } from './contract/appending.contract';
import { describeBatchLimits } from './contract/batch-limits.contract';
import type { EventStoreHarness, OpenHarness } from './contract/harness.contract';
import { describeLifetime } from './contract/lifetime.contract';
import { describeReading } from './contract/reading.contract';
import { describeRepeating } from './contract/repeating.contract';
import { describeSubscribing } from './contract/subscribing.contract';

export type { EventStoreHarness, OpenHarness } from './contract/harness.contract';

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
