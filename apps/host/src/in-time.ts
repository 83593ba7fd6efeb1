import { setTimeout } from 'node:timers/promises';

/** What was asked says nothing. */
export class Silent extends Error {
  override readonly name = 'Silent';
}

/** Milliseconds that a part has to answer: two, one after the other, stay below the second that most probes wait. */
const ANSWER_MS = 400;

/** What came in while this thread was busy counts as said in time. */
const turnOfTheLoop = (): Promise<void> =>
  new Promise((resolve) => setImmediate(() => setImmediate(() => resolve())));

const silence = async (milliseconds: number, signal: AbortSignal): Promise<never> => {
  await setTimeout(milliseconds, undefined, { signal });
  await turnOfTheLoop();
  throw new Silent(`It said nothing for ${milliseconds} ms.`);
};

/** What `ask` gives, within so many milliseconds (400); its signal aborts when nobody waits for it any more. @throws Silent */
export const inTime = async <T>(
  ask: (signal: AbortSignal) => Promise<T>,
  milliseconds = ANSWER_MS,
): Promise<T> => {
  const over = new AbortController();
  return Promise.race([ask(over.signal), silence(milliseconds, over.signal)]).finally(() => over.abort());
};
