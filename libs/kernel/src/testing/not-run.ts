/**
 * Says that tests were not run, and why, in a line that `.ci/run` repeats at its end. In the count of tests they are still to do: neither
 * passed nor failed.
 */
export const notRun = (what: string, why: string): void => {
  process.stdout.write(`not run: ${what} (${why})\n`);
  it.todo(`was not run: ${why}`);
};
