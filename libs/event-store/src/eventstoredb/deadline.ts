import type { StreamingRead } from '@eventstore/db-client';
import { StoreUnavailable } from '@docket/kernel';

/** What the client can still fail with after nobody waits for it any more. */
export const nobodyListens = (): void => undefined;

/** The promise, or `late()` when it has not settled in time: the client can leave a call pending for ever. */
export const within = async <T>(milliseconds: number, promise: Promise<T>, late: () => Error): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), milliseconds);
  });
  promise.catch(nobodyListens);
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};

/** Lets go of a call of the client, also one that never got as far as the server. */
export const letGo = (stream: { destroy(): unknown }, cancel: () => Promise<void>): void => {
  cancel().catch(nobodyListens);
  stream.destroy();
};

/**
 * Everything a read returns. The client's reads ignore its `deadline`, so silence of `milliseconds` ends this one.
 * @throws StoreUnavailable after that silence, else what the client throws
 */
export const collect = async <E>(stream: StreamingRead<E>, milliseconds: number): Promise<E[]> => {
  const events: E[] = [];
  stream.on('error', nobodyListens);
  const late = (): StoreUnavailable =>
    new StoreUnavailable(`EventStoreDB was silent for ${milliseconds} ms.`);
  const timer = setTimeout(() => stream.destroy(late()), milliseconds);
  try {
    for await (const event of stream as AsyncIterable<E>) {
      events.push(event);
      timer.refresh();
    }
    return events;
  } finally {
    clearTimeout(timer);
    letGo(stream, () => stream.cancel());
  }
};
