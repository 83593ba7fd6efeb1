import { setTimeout } from 'node:timers/promises';

/**
 * What `work` gives or fails with; where that takes longer than so many milliseconds, what `late` gives or throws. The work goes on then, and what
 * becomes of it counts for nothing.
 */
export const within = async <T, Late>(
  milliseconds: number,
  work: Promise<T>,
  late: () => Late | Promise<Late>,
): Promise<T | Late> => {
  const over = new AbortController();
  const passed = setTimeout(milliseconds, undefined, { signal: over.signal });
  try {
    return await Promise.race([work, passed.then(late)]);
  } finally {
    over.abort();
  }
};
