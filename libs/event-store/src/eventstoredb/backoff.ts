import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

const FIRST_MS = 20;
const LONGEST_MS = 5_000;

/** How long to wait before the next attempt after `failures` in a row: doubling, between half and the whole of it. */
export const backoffMs = (failures: number): number => {
  const most = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 20));
  return randomInt(most / 2, most + 1);
};

/** Waits, or less when `signal` aborts; never rejects. */
export const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined);
};
