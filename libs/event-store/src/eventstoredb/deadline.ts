import type { StreamingRead } from '@eventstore/db-client';
import { StoreUnavailable } from '@docket/kernel';
import { nobodyListens, type Patience } from './patience';

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

const all = async <E>(stream: StreamingRead<E>): Promise<E[]> => {
  const events: E[] = [];
  for await (const event of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<E>)
    events.push(event);
  return events;
};

/**
 * Everything a read returns. The client's reads ignore its `deadline`, so the end of our patience ends this one.
 * @throws StoreUnavailable then, else what the client throws
 */
export const collect = async <E>(stream: StreamingRead<E>, patience: Patience): Promise<E[]> => {
  const late = (): Error =>
    new StoreUnavailable(`EventStoreDB did not answer within ${patience.milliseconds} ms.`);
  try {
    return await patience.within(all(stream), late);
  } catch (error) {
    letGo(stream, () => stream.cancel());
    throw error;
  }
};
