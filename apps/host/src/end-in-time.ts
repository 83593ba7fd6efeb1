import { within } from './within';

/** What is ended on the way out, and what is left when it does not end: `commands under way`. */
export type Ending = Readonly<{ what: string; end: () => Promise<unknown> }>;

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
      const ended = end().then(() => true);
      const leftMs = Math.max(0, deadline - performance.now());
      if (!(await within(leftMs, ended, () => false))) left.push(what);
    } catch (error) {
      failures.push(error);
    }
  if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be ended.');
  return left;
};
