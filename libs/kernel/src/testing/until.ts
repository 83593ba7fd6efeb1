import { setTimeout } from 'node:timers/promises';

/** Looks again and again until `look` gives something; that. @throws Error saying what did not come true within `milliseconds` (15,000) */
export const until = async <T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  milliseconds = 15_000,
): Promise<T> => {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() >= end) throw new Error(`It did not come true within ${milliseconds} ms: ${what}.`);
    await setTimeout(5);
  }
};
