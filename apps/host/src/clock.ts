import type { Clock, Ids } from '@docket/kernel';
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
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
