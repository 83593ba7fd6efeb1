import { isUuid } from './ids';

/** Where an event stands in the global order of a log. Opaque outside this folder; compare with `comparePositions`. */
export type Position = string;

/** The revision a stream must be at for an append to succeed: its last event's, counted from 0. */
export type ExpectedRevision = number | 'no-stream';

/** One event on its way into a store: what lies in `bytes` is written and read back byte for byte. */
export type EventToStore = Readonly<{ id: string; type: string; bytes: Uint8Array }>;

export type StoredEvent = EventToStore & Readonly<{ stream: string; revision: number; position: Position }>;

/** Where an append ended: the stream's revision after it and the position of its last event. */
export type Appended = Readonly<{ revision: number; position: Position }>;

export type LogMessage =
  | Readonly<{ kind: 'event'; event: StoredEvent }>
  /** Everything that was in the log when this was said has been delivered. May come more than once. */
  | Readonly<{ kind: 'caught-up' }>;

/** The stream is not where the writer thought: somebody else wrote. Nothing was stored. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: ExpectedRevision,
  ) {
    super(`${stream}: expected revision ${expected}, found ${actual}`);
  }
}

/** The store did not answer in time or broke off: the events may or may not be there. Repeat the identical batch to know. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** The store is not there or not ready. Nothing was stored. */
export class StoreUnavailable extends Error {
  override readonly name: string = 'StoreUnavailable';
}

/** There is no room left where the log lies. Nothing was stored; once there is room, the store takes events again. */
export class StoreFull extends StoreUnavailable {
  override readonly name = 'StoreFull';
}

/** Somebody hides events of this stream, or wrote into it: it is not worked with before that is mended. Nothing was stored. */
export class StreamTampered extends StoreUnavailable {}

/** The log is another or a shorter one than what this process has read of it: nothing more is written there. Nothing was stored. */
export class LogReplaced extends StoreUnavailable {
  override readonly name = 'LogReplaced';
}

/** The batch is larger than every store takes (`MAX_APPEND_BYTES`) or is malformed. Nothing was stored. */
export class AppendRefused extends Error {
  override readonly name = 'AppendRefused';
}

/** A subscription was asked to resume at a position that this log does not have (a restored, shorter log). */
export class PositionBeyondEnd extends Error {
  override readonly name = 'PositionBeyondEnd';
}

/** Somebody else wrote into this log, or hides what is in it: it is not followed further before that is mended. */
export class LogTampered extends Error {
  override readonly name = 'LogTampered';
}

/** Largest sum of `bytes` in one append: 1 MiB less room for what a store adds to each event. */
export const MAX_APPEND_BYTES = 1_000_000;

/**
 * An append-only log of streams. Only streams of one installation (`<installation>-<category>-<uuid>`) are seen.
 * Every adapter passes `describeEventStore`; what that suite does not assert is not promised.
 */
export interface EventStore {
  /** The first part of every stream name here. */
  readonly installation: string;

  /** A UUID given when the log was made and kept for its life; a restored or redacted copy has another. */
  logId(): Promise<string>;

  /**
   * Writes one or more events to one stream, all or none, durable when it returns. The identical batch (same ids, same
   * expected revision) appended again is recognised and answers as the first time, also when the stream has moved on. `withinMs` is how
   * long the caller still waits, where that is shorter than the store would.
   * @throws RevisionConflict | OutcomeUnknown | StoreUnavailable (StreamTampered where that is known) | AppendRefused (no events, too large, foreign stream, id or type malformed)
   */
  append(
    stream: string,
    events: readonly EventToStore[],
    expected: ExpectedRevision,
    options?: Readonly<{ withinMs?: number }>,
  ): Promise<Appended>;

  /**
   * A stream's events from revision `from` (0) on, in order, at most `limit`; an unknown stream is empty. `withinMs` is how long the
   * caller still waits, where that is shorter than the store would. @throws StoreUnavailable
   */
  read(
    stream: string,
    options?: Readonly<{ from?: number; limit?: number; withinMs?: number }>,
  ): Promise<readonly StoredEvent[]>;

  /** Position of the last event in the log, `undefined` when there is none. @throws StoreUnavailable */
  head(): Promise<Position | undefined>;

  /**
   * Every event after `after` (from the start without it), in order, at least once, then live until `signal` aborts (a
   * normal end). Breaks of the connection are survived inside. One slow reader holds back only itself.
   * @throws PositionBeyondEnd | LogTampered
   */
  subscribe(
    options: Readonly<{ after?: Position | undefined; signal: AbortSignal }>,
  ): AsyncIterable<LogMessage>;

  /** Waits for what is under way and lets go of everything held. */
  close(): Promise<void>;
}

const parts = (position: Position): [bigint, bigint] => {
  const [commit = '0', prepare = commit] = position.split('/');
  return [BigInt(commit), BigInt(prepare)];
};

/** One number that fits a double: what embedded stores give. */
const PLAIN = /^\d{1,15}$/;

/** Negative, zero or positive, as `a` is before, at or after `b` in the same log. */
export const comparePositions = (a: Position, b: Position): number => {
  if (PLAIN.test(a) && PLAIN.test(b)) return Math.sign(Number(a) - Number(b));
  const [[aCommit, aPrepare], [bCommit, bPrepare]] = [parts(a), parts(b)];
  if (aCommit !== bCommit) return aCommit < bCommit ? -1 : 1;
  return aPrepare < bPrepare ? -1 : aPrepare > bPrepare ? 1 : 0;
};

/** Whether the text can be a position: one or two whole numbers. */
export const isPosition = (text: string): boolean => /^\d{1,20}(\/\d{1,20})?$/.test(text);

const INSTALLATION = /^[a-z][a-z0-9]{0,30}$/;
const BEFORE_ID = /^[a-z][a-z0-9]{0,30}-([a-z][a-z0-9-]{0,39})-$/;
const ID_LENGTH = 36;

/**
 * Whether the text can name an installation: up to 31 lower-case letters and digits, a letter first. It is the first part of stream
 * names, and no dash in it means that no installation begins another.
 */
export const isInstallation = (text: string): boolean => INSTALLATION.test(text);

/** The stream of one aggregate of an installation: its id is a UUID. */
export const streamName = (installation: string, category: string, id: string): string =>
  `${installation}-${category}-${id}`;

/** The category of a stream that is named as `streamName` names one; `undefined` for any other. */
export const categoryOf = (stream: string): string | undefined =>
  isUuid(stream.slice(-ID_LENGTH)) ? BEFORE_ID.exec(stream.slice(0, -ID_LENGTH))?.[1] : undefined;
