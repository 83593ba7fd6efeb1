/** Work that can be put down between its steps: it yields wherever others may have a turn. */
export type Stepwise<T> = Generator<undefined, T, void>;

/** So many items of a list make a step: a few milliseconds. */
export const STEP = 500;

/** Does the work for each item, a step at a time. */
export function* eachInSteps<T>(items: Iterable<T>, work: (item: T) => void): Stepwise<void> {
  let done = 0;
  for (const item of items) {
    work(item);
    if (++done % STEP === 0) yield;
  }
}

/** What each item becomes, in order, a step at a time. */
export function* mapInSteps<T, U>(items: Iterable<T>, become: (item: T) => U): Stepwise<readonly U[]> {
  const became: U[] = [];
  yield* eachInSteps(items, (item) => void became.push(become(item)));
  return became;
}

/** Does all of it without a pause. */
export const atOnce = <T>(work: Stepwise<T>): T => {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
};
