/** Has `ring` called once after so many milliseconds, unless what it returns is called before. The seam for tests: the only door to timers. */
export type Alarm = (milliseconds: number, ring: () => void) => () => void;

/** The machine's own timers; none of them keeps the process alive. */
export const systemAlarm: Alarm = (milliseconds, ring) => {
  const timer = setTimeout(ring, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Whether `work` ended by itself within so many milliseconds; what it fails with is not told. */
export const endsWithin = async (
  milliseconds: number,
  work: Promise<unknown>,
  alarm: Alarm = systemAlarm,
): Promise<boolean> => {
  const over = Promise.withResolvers<boolean>();
  const cancel = alarm(milliseconds, () => over.resolve(false));
  const ended = work.then(
    () => true,
    () => true,
  );
  return Promise.race([ended, over.promise]).finally(cancel);
};
