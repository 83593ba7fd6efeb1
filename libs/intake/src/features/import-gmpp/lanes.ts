/**
 * Works through items side by side, at most `lanes` at a time, until one gives an answer that stops the rest: that answer is
 * returned. What is under way is always waited for, also when one throws.
 */
export const inLanes = async <T, Stop>(
  items: readonly T[],
  lanes: number,
  work: (item: T) => Promise<Stop | undefined>,
): Promise<Stop | undefined> => {
  const queue = items[Symbol.iterator]();
  let stopped: Stop | undefined;
  let failed = false;
  const lane = async (): Promise<void> => {
    for (const item of queue) {
      if (failed || stopped !== undefined) return;
      try {
        const answer = await work(item);
        stopped ??= answer;
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: Math.min(lanes, items.length) }, lane));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
  return stopped;
};
