/** The process was told to stop while it started: nothing is wrong, and what had been opened was let go of. */
export class ToldToStop extends Error {
  override readonly name = 'ToldToStop';
}

/**
 * Aborts at the first SIGINT or SIGTERM to this process; further ones change nothing. To be listened for before anything is opened: a
 * process that dies with a lease in its hand keeps others from leading for seconds.
 */
export const toldToStop = (): AbortSignal => {
  const told = new AbortController();
  const stop = () => told.abort(new ToldToStop('The process was told to stop while it started.'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  return told.signal;
};

/** Has `end` done once the signal has aborted, be it before this was asked. */
export const onceTold = (stopping: AbortSignal, end: () => void): void => {
  if (stopping.aborted) end();
  else stopping.addEventListener('abort', end, { once: true });
};
