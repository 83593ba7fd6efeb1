import type { EventStore } from '@docket/kernel';
import { nextLink, type Fault, type Link } from './chain-link';

/** What a verification found. `proves` says what the answer is worth, and what it is not. */
export type ChainReport = Readonly<{
  log: string;
  events: number;
  streams: number;
  whole: boolean;
  faults: readonly Fault[];
  proves: string;
}>;

const PROVES =
  'Within each stream no event before the last was changed, and none was reordered or taken from the middle since it was written; ' +
  'of the last one its words, its type and its place were not. That its facts are as written, that nothing is missing at the end of ' +
  'a stream, and that no whole stream is missing, is proven only with seals, which come with a later release.';

const MAX_FAULTS = 100;
const STEP = 5_000;

/**
 * Reads the whole log and follows the chain of every stream. Stops listing after 100 faults, never counting.
 * @throws StoreUnavailable
 */
export const verifyChain = async (
  store: EventStore,
  onProgress: (done: number) => void = () => undefined,
): Promise<ChainReport> => {
  const links = new Map<string, Link>();
  const faults: Fault[] = [];
  let events = 0;
  const stop = new AbortController();
  for await (const message of store.subscribe({ signal: stop.signal })) {
    if (message.kind === 'caught-up') break;
    const { link, faults: found } = nextLink(message.event, links.get(message.event.stream));
    links.set(message.event.stream, link);
    faults.push(...found.slice(0, MAX_FAULTS - faults.length));
    events += 1;
    if (events % STEP === 0) onProgress(events);
  }
  stop.abort();
  return {
    log: await store.logId(),
    events,
    streams: links.size,
    whole: faults.length === 0,
    faults,
    proves: PROVES,
  };
};
