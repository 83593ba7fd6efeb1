import { within } from './within';

/** What was asked says nothing. */
export class Silent extends Error {
  override readonly name = 'Silent';
}

/** Milliseconds that a part has to answer: two, one after the other, stay below the second that most probes wait. */
const ANSWER_MS = 400;

/** What came in while this thread was busy counts as said in time. */
const turnOfTheLoop = (): Promise<void> =>
  new Promise((resolve) => setImmediate(() => setImmediate(() => resolve())));

/** What `ask` gives, within so many milliseconds (400); its signal aborts when nobody waits for it any more. @throws Silent */
export const inTime = async <T>(
  ask: (signal: AbortSignal) => Promise<T>,
  milliseconds = ANSWER_MS,
): Promise<T> => {
  const over = new AbortController();
  const silent = async (): Promise<never> => {
    await turnOfTheLoop();
    throw new Silent(`It said nothing for ${milliseconds} ms.`);
  };
  return within(milliseconds, ask(over.signal), silent).finally(() => over.abort());
};
