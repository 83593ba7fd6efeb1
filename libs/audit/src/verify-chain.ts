import type { EventStore, ReadModel, StoredEvent } from '@docket/kernel';
import { nextLink, type Fault, type Link } from './chain-link';
import { NumbersGiven } from './numbers-given';
import { RedactionsOnRecord } from './redactions-on-record';
import { streamFault } from './stream-as-read';

/** What a verification found. `proves` says what the answer is worth, and what it is not: of a log with faults nothing. */
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
  'a stream, and that no whole stream is missing, is proven only with seals, which come with a later release. Each stream read by ' +
  'itself gave the events that the whole log gave. Where words are missing, by whose order and why is on record, and what is on record as redacted has no words.';
const andNumbers = (compared: number): string =>
  ` The numbers that the read model has given, 1 to ${compared}, are those of this log, none of them missing.`;

const WITHOUT_NUMBERS =
  ' No numbers were compared: there is no read model here that has given any, or none that can be read.';

const NOTHING =
  'What a whole log proves is not proven of one with faults, nor of what is not listed here. Keep its files as they are, and restore ' +
  'a backup that is whole.';

const MAX_FAULTS = 100;
const STEP = 5_000;

/** What is verified: a log, and the numbers that a read model has given to its events, where there is one. */
export type ToVerify = Readonly<{ store: EventStore; numbers?: Pick<ReadModel, 'numbers'> | undefined }>;

/** Shown each event of the log, in its order, with its number. */
export type Look = (event: StoredEvent, number: number) => void;

/**
 * Reads the whole log and follows the chain of every stream; then reads each stream by itself, as commands do, holds the numbers
 * of the read model against the log, and the redactions on record against the words that are missing, both ways. Stops listing after 100
 * faults, never counting.
 * @throws StoreUnavailable
 */
export const verifyChain = async (
  { store, numbers }: ToVerify,
  onProgress: (done: number) => void = () => undefined,
  look: Look = () => undefined,
): Promise<ChainReport> => {
  const links = new Map<string, Link>();
  const last = new Map<string, StoredEvent>();
  const faults: Fault[] = [];
  const list = (found: readonly Fault[]) => faults.push(...found.slice(0, MAX_FAULTS - faults.length));
  const given = numbers && new NumbersGiven(numbers);
  const redactions = new RedactionsOnRecord();
  let events = 0;
  const stop = new AbortController();
  for await (const message of store.subscribe({ signal: stop.signal })) {
    if (message.kind === 'caught-up') break;
    const { link, faults: found, opened } = nextLink(message.event, links.get(message.event.stream));
    links.set(message.event.stream, link);
    last.set(message.event.stream, message.event);
    list(found);
    list((await given?.next(message.event)) ?? []);
    redactions.next(message.event, opened);
    events += 1;
    look(message.event, events);
    if (events % STEP === 0) onProgress(events);
  }
  stop.abort();
  list((await given?.end()) ?? []);
  list(await redactions.end(store));
  const broken = new Set(faults.map(({ stream }) => stream));
  for (const event of last.values()) if (!broken.has(event.stream)) list(await streamFault(store, event));
  const found = { log: await store.logId(), events, streams: links.size, faults };
  if (faults.length > 0) return { ...found, whole: false, proves: NOTHING };
  const compared = given?.compared ?? 0;
  return { ...found, whole: true, proves: PROVES + (compared > 0 ? andNumbers(compared) : WITHOUT_NUMBERS) };
};
