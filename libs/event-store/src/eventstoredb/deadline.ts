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

/** A read or a subscription of the client. */
type ClientStream = Readonly<{ on(event: 'error', listener: () => void): unknown; resume(): unknown }>;

/**
 * Cancels a call of the client, also one that never got as far as the server, and reads what is still on its way. The
 * stream must not be destroyed: the client's `dispose` would wait for ever for a call whose last words nobody can read.
 */
export const letGo = (stream: ClientStream, cancel: () => Promise<void>): void => {
  stream.on('error', nobodyListens);
  cancel().catch(nobodyListens);
  stream.resume();
};

/**
 * Everything a read returns. The client's reads ignore its `deadline`, so silence of `milliseconds` ends this one.
 * @throws StoreUnavailable after that silence, else what the client throws
 */
export const collect = async <E>(stream: StreamingRead<E>, milliseconds: number): Promise<E[]> => {
  const events: E[] = [];
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const late = (): void => reject(new StoreUnavailable(`EventStoreDB was silent for ${milliseconds} ms.`));
    timer = setTimeout(late, milliseconds);
  });
  const reading = (async () => {
    for await (const event of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<E>) {
      events.push(event);
      timer?.refresh();
    }
  })();
  try {
    await Promise.race([reading, silence]);
    return events;
  } finally {
    clearTimeout(timer);
    letGo(stream, () => stream.cancel());
  }
};
