import { setTimeout } from 'node:timers/promises';

/** What is ended on the way out, and what is left when it does not end: `commands under way`. */
export type Ending = Readonly<{ what: string; end: () => Promise<unknown> }>;

/** Waits for `work` so many milliseconds; whether it ended by then. @throws what it threw by then */
const endedWithin = async (milliseconds: number, work: Promise<unknown>): Promise<boolean> => {
  const over = new AbortController();
  const timer = setTimeout(milliseconds, false, { signal: over.signal }).catch(() => false);
  try {
    return await Promise.race([work.then(() => true), timer]);
  } finally {
    over.abort();
  }
};

/**
 * Ends one after the other, all of it within so many milliseconds; what has not ended by then is left as it is, and the rest is still
 * told to end. Returns what was left. @throws AggregateError of what failed, once all were told
 */
export const endInTime = async (endings: readonly Ending[], limitMs: number): Promise<readonly string[]> => {
  const deadline = performance.now() + limitMs;
  const left: string[] = [];
  const failures: unknown[] = [];
  for (const { what, end } of endings)
    try {
      const work = end();
      work.catch(() => undefined);
      if (!(await endedWithin(Math.max(0, deadline - performance.now()), work))) left.push(what);
    } catch (error) {
      failures.push(error);
    }
  if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be ended.');
  return left;
};
