import { later, type Clock, type Ids, type Instant } from '@docket/kernel';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

let latest: Instant = '';

/**
 * The machine's own clock. In one process it never goes back: while it is behind what it said before, it says that again, so that
 * nothing is recorded at a moment that was already answered for.
 */
export const systemClock: Clock = {
  now: () => (latest = later(latest, new Date().toISOString())),
  elapsed: () => performance.now(),
  pause: async (ms) => {
    await setTimeout(ms);
  },
};

/** Chance from the machine's own source of it. */
export const systemIds: Ids = {
  uuid: () => randomUUID(),
  salt: () => randomBytes(16).toString('hex'),
  fraction: () => Math.random(),
};
