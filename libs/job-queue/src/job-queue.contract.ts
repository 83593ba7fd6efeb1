import { describeFailing } from './contract/failing.contract';
import type { OpenJobs } from './contract/harness';
import { describeKeeping } from './contract/keeping.contract';
import { describeLiving } from './contract/living.contract';
import { describeRepeating } from './contract/repeating.contract';

export { chase, Doer, holding, inMs, until, type JobsHarness, type OpenJobs } from './contract/harness';

/** The promise of the JobQueue port, run unchanged by every adapter. */
export const describeJobQueue = (name: string, open: OpenJobs): void =>
  describe(`JobQueue contract: ${name}`, () => {
    describeKeeping(open);
    describeRepeating(open);
    describeFailing(open);
    describeLiving(open);
  });
