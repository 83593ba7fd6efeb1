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

const SALT_BYTES = 16;
let pool = Buffer.alloc(0);

/** Asking the machine costs much more than what it is asked for: it is asked for some hundred salts at a time. */
const randomSalt = (): string => {
  if (pool.length < SALT_BYTES) pool = randomBytes(SALT_BYTES * 256);
  const salt = pool.toString('hex', 0, SALT_BYTES);
  pool = pool.subarray(SALT_BYTES);
  return salt;
};

/** Chance from the machine's own source of it. */
export const systemIds: Ids = {
  uuid: () => randomUUID(),
  salt: randomSalt,
  fraction: () => Math.random(),
};
