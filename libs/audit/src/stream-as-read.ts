import type { EventStore, StoredEvent } from '@docket/kernel';
import { faultIn, type Fault } from './chain-link';

const PAGE = 1_000;

/** How many events the stream gives when it is read by itself, and the last of them. */
const readAlone = async (
  store: EventStore,
  stream: string,
): Promise<Readonly<{ count: number; last: StoredEvent | undefined }>> => {
  let last: StoredEvent | undefined;
  for (let count = 0; ;) {
    const page = await store.read(stream, { from: count, limit: PAGE });
    count += page.length;
    last = page.at(-1) ?? last;
    if (page.length < PAGE) return { count, last };
  }
};

/**
 * Commands read one stream through its index, projections the whole log: where the two differ, what is decided next would
 * stand on less than there is. `last` is the stream's last event as the whole log has it.
 */
export const streamFault = async (store: EventStore, last: StoredEvent): Promise<readonly Fault[]> => {
  const alone = await readAlone(store, last.stream);
  if (alone.count === last.revision + 1 && alone.last?.id === last.id) return [];
  return [
    faultIn(
      last,
      `read by itself the stream gives ${alone.count} events, the whole log ${last.revision + 1}: the file that holds the log is damaged. Restore a backup`,
    ),
  ];
};
