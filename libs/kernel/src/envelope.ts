import { sha256 } from './digest';
import type { Origin } from './decider';
import type { EventToStore, Position, StoredEvent } from './event-store.port';
import type { Event } from './messages';
import type { Instant } from './time';

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
  /** Fields whose words were redacted from this copy of the log. */
  redacted: readonly string[];
}>;

/** What stands where words were redacted. */
export const REDACTED = '[words redacted]';

/** The bytes of an event are not two JSON lines, or its words do not match their digests. */
export class BrokenEnvelope extends Error {
  override readonly name = 'BrokenEnvelope';
}

type Word = Readonly<{ salt: string; text: string }>;
type WordDigest = Readonly<{ words: string }>;

const digestOf = ({ salt, text }: Word): string => sha256(`${salt}\n${text}`);

const isWordDigest = (value: unknown): value is WordDigest =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 1 &&
  typeof (value as WordDigest).words === 'string';

/** Seals one event: line one its facts with a digest for each free text, line two those texts with a salt each. */
export const seal = (
  { id, type, data, meta }: Readonly<{ id: string; type: string; data: object; meta: Metadata }>,
  wordFields: readonly string[],
  salt: () => string,
): EventToStore & Readonly<{ hash: string }> => {
  const facts: Record<string, unknown> = { ...data };
  const words: Record<string, Word> = {};
  for (const field of wordFields) {
    const text = facts[field];
    if (typeof text !== 'string') continue;
    const word = { salt: salt(), text };
    words[field] = word;
    facts[field] = { words: digestOf(word) } satisfies WordDigest;
  }
  const line = JSON.stringify({ id, type, meta, data: facts });
  return { id, type, bytes: Buffer.from(`${line}\n${JSON.stringify(words)}`), hash: sha256(line) };
};

const split = (event: StoredEvent): [string, string] => {
  const text = Buffer.from(event.bytes).toString('utf8');
  const end = text.indexOf('\n');
  if (end < 0) throw new BrokenEnvelope(`${event.stream}@${event.revision}: no second line.`);
  return [text.slice(0, end), text.slice(end + 1)];
};

const parsed = <T>(event: StoredEvent, line: string): T => {
  try {
    return JSON.parse(line) as T;
  } catch {
    throw new BrokenEnvelope(`${event.stream}@${event.revision}: a line is not JSON.`);
  }
};

/** Takes an envelope apart and checks each text against its digest. @throws BrokenEnvelope */
export const open = (event: StoredEvent): Opened => {
  const [line, second] = split(event);
  const { id, type, meta, data } = parsed<Pick<Opened, 'id' | 'type' | 'meta' | 'data'>>(event, line);
  const words = parsed<Record<string, Word>>(event, second);
  const whole: Record<string, unknown> = { ...data };
  const redacted: string[] = [];
  for (const [field, value] of Object.entries(data)) {
    if (!isWordDigest(value)) continue;
    const word = words[field];
    if (word && digestOf(word) !== value.words)
      throw new BrokenEnvelope(
        `${event.stream}@${event.revision}: the words of "${field}" do not match their digest.`,
      );
    if (!word) redacted.push(field);
    whole[field] = word?.text ?? REDACTED;
  }
  return { id, type, meta, data: whole, hash: sha256(line), redacted };
};

/** The same event without its words: facts byte for byte, so that chain and seals hold. */
export const withoutWords = (event: StoredEvent): StoredEvent => ({
  ...event,
  bytes: Buffer.from(`${split(event)[0]}\n{}`),
});
