/** No pause between two attempts is longer, in milliseconds: an hour. */
const LONGEST_PAUSE = 3_600_000;

/** How long to wait after so many failed attempts, in milliseconds: `first`, then twice as long each time, never over `longest`. */
export const retryPause = (failures: number, first: number, longest = LONGEST_PAUSE): number =>
  Math.min(first * 2 ** (failures - 1), longest, LONGEST_PAUSE);
