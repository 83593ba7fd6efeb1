import { sha256 } from './digest';
import type { Origin } from './decider';
import type { EventToStore, Position, StoredEvent } from './event-store.port';
import type { Event } from './messages';
import { jsonFault, NotJson } from './json';
import type { Instant } from './time';
import { joinWords, noticeLine, partWords, redactedText, type Redaction } from './words';

/** A stream and the revision at which a guarding fact was read from it; -1 when it did not exist. */
export type Guard = Readonly<{ stream: string; revision: number }>;

/** Who, when, under which command, and on what: kept with every event. */
export type Metadata = Readonly<{
  stream: string;
  revision: number;
  /** SHA-256 of the facts line of the event before it in the stream; `null` for the first. */
  previous: string | null;
  actor: string;
  authentication: string;
  onBehalfOf?: string;
  commandId: string;
  bodyDigest: string;
  correlationId: string;
  causationId?: string;
  recordedAt: Instant;
  /** When the organisation knew it; only imported history has one. */
  knownAt?: Instant;
  origin: Origin;
  /** The portfolio on whose timeline the event stands. */
  portfolio?: string;
  guards: readonly Guard[];
}>;

/** An event as read from a log: in its context's current shape, with its metadata and its place. */
export type Recorded<E extends Event = Event> = E &
  Readonly<{ id: string; meta: Metadata; position: Position; revision: number; stream: string }>;

/** An envelope taken apart, before any codec looks at the data. */
export type Opened = Readonly<{
  id: string;
  type: string;
  meta: Metadata;
  data: Readonly<Record<string, unknown>>;
  /** SHA-256 of the facts line as stored. */
  hash: string;
  /** Fields that are words, redacted ones included. */
  worded: readonly string[];
  /** Fields whose words were redacted from this copy of the log. */
  redacted: readonly string[];
  /** By whose order they were, and why, where the copy says so. */
  redaction?: Redaction;
}>;

/** The bytes of an event are not two JSON lines, or its words do not match their digests. */
export class BrokenEnvelope extends Error {
  override readonly name = 'BrokenEnvelope';
}

/**
 * Seals one event: line one its facts with a digest for each free text, line two those texts with a salt each.
 * @throws NotJson where the data would not come back as it is: a bug of the decider
 */
export const seal = (
  { id, type, data, meta }: Readonly<{ id: string; type: string; data: object; meta: Metadata }>,
  wordFields: readonly string[],
  salt: () => string,
): EventToStore & Readonly<{ hash: string }> => {
  const fault = jsonFault({ meta, data }, type);
  if (fault !== undefined) throw new NotJson(`${fault}: it would not be stored as it is.`);
  const { facts, words } = partWords({ ...data }, wordFields, salt);
  const line = JSON.stringify({ id, type, meta, data: facts });
  return { id, type, bytes: Buffer.from(`${line}\n${JSON.stringify(words)}`), hash: sha256(line) };
};

const LINE_END = 10;
const NO_WORDS: Fields = {};
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const brokenAt = ({ stream, revision }: StoredEvent, what: string): BrokenEnvelope =>
  new BrokenEnvelope(`${stream}@${revision}: ${what}`);

/** The facts line as stored, in bytes: what is hashed, and what no copy of a log changes. @throws BrokenEnvelope */
export const factsLine = (event: StoredEvent): Uint8Array => {
  const { buffer, byteOffset, byteLength } = event.bytes;
  // a view of the same bytes that searches a line end with the speed of the machine
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  const end = bytes.indexOf(LINE_END);
  if (end < 0) throw brokenAt(event, 'no second line.');
  return bytes.subarray(0, end);
};

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = (event: StoredEvent, line: string): Fields => {
  try {
    const value: unknown = JSON.parse(line);
    if (isObject(value)) return value;
  } catch {
    // said below
  }
  throw brokenAt(event, 'a line is not JSON.');
};

const textOf = (event: StoredEvent): string => {
  try {
    return utf8.decode(event.bytes);
  } catch {
    throw brokenAt(event, 'a line is not JSON.');
  }
};

/** Both lines, parsed. */
const linesOf = (event: StoredEvent): Readonly<{ facts: Fields; words: Fields }> => {
  const text = textOf(event);
  const end = text.indexOf('\n');
  if (end < 0) throw brokenAt(event, 'no second line.');
  const second = text.slice(end + 1);
  return {
    facts: parsed(event, text.slice(0, end)),
    words: second === '{}' ? NO_WORDS : parsed(event, second),
  };
};

const factsIn = (
  event: StoredEvent,
  { id, type, meta, data }: Fields,
): Pick<Opened, 'id' | 'type' | 'meta' | 'data'> => {
  if (typeof id !== 'string' || typeof type !== 'string' || !isObject(meta) || !isObject(data))
    throw brokenAt(event, 'id, type, metadata or data are missing.');
  return { id, type, meta: meta as Metadata, data };
};

/** What `open` gives, but for the hash. */
export type Unfolded = Omit<Opened, 'hash'>;

/** As `open`, without the hash of the facts: where only that of the last of many events is asked for. @throws BrokenEnvelope */
export const unfold = (event: StoredEvent): Unfolded => {
  const { facts, words } = linesOf(event);
  const { id, type, meta, data } = factsIn(event, facts);
  let whole: Record<string, unknown> | undefined;
  let redaction: Redaction | undefined;
  const [worded, redacted]: [string[], string[]] = [[], []];
  for (const field of Object.keys(data)) {
    const joined = joinWords(data[field], field, words);
    if (joined === undefined) continue;
    if (joined.kind === 'broken') throw brokenAt(event, `the words of "${field}" do not match their digest.`);
    if (joined.kind !== 'value') worded.push(field);
    if (joined.kind === 'redacted') {
      redacted.push(field);
      redaction ??= joined.redaction;
    }
    whole ??= { ...data };
    whole[field] = joined.kind === 'redacted' ? redactedText(joined.redaction) : joined.value;
  }
  const unfolded = { id, type, meta, data: whole ?? data, worded, redacted };
  return redaction === undefined ? unfolded : { ...unfolded, redaction };
};

/** Takes an envelope apart and checks each text against its digest. @throws BrokenEnvelope */
export const open = (event: StoredEvent): Opened => ({ ...unfold(event), hash: factsHash(event) });

/** The last answer of `factsHash`: who opens an event also sees to its place in the chain. */
let hashed: Readonly<{ bytes: Uint8Array; hash: string }> | undefined;

/** SHA-256 of the facts line as stored: what the next event of the stream was written after. @throws BrokenEnvelope */
export const factsHash = (event: StoredEvent): string => {
  if (hashed?.bytes !== event.bytes) hashed = { bytes: event.bytes, hash: sha256(factsLine(event)) };
  return hashed.hash;
};

/**
 * The same event without its words: facts byte for byte, so that chain and seals hold; where each text stood, by whose order
 * it was redacted and why. @throws BrokenEnvelope
 */
export const withoutWords = (event: StoredEvent, redaction: Redaction): StoredEvent => ({
  ...event,
  bytes: Buffer.concat([factsLine(event), Buffer.from(`\n${noticeLine(open(event).worded, redaction)}`)]),
});
