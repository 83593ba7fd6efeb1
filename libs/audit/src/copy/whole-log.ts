import type { EventStore, StoredEvent } from '@docket/kernel';

/** Every event that is in a log by now, in its order; ends where the log does. @throws StoreUnavailable */
export async function* wholeLog(store: EventStore): AsyncGenerator<StoredEvent, void, undefined> {
  const stop = new AbortController();
  try {
    for await (const message of store.subscribe({ signal: stop.signal })) {
      if (message.kind === 'caught-up') return;
      yield message.event;
    }
  } finally {
    stop.abort();
  }
}
