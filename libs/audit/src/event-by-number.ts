import {
  refuse,
  type Cut,
  type EventStore,
  type Guard,
  type Instant,
  type Metadata,
  type Numbered,
  type Opened,
  type ReadModel,
  type Refused,
  type StoredEvent,
} from '@docket/kernel';
import { eventMissing, hashHeldBy, openAsWritten, orAltered } from './event-altered';

/** One event as it is stored: where it stands, when it was recorded and known, by whom and on what it was decided, what it says. */
export type EventView = Readonly<{
  number: number;
  eventId: string;
  /** With the version of its shape: `CriterionRated.v1`. */
  type: string;
  /** Its date on the timeline of its portfolio; null for one of no portfolio. */
  date: Instant | null;
  recordedAt: Instant;
  /** When the organisation knew it, where that is not when it was recorded. */
  knownAt: Instant | null;
  portfolio: string | null;
  stream: string;
  revision: number;
  position: string;
  actor: string;
  onBehalfOf: string | null;
  authentication: string;
  origin: Metadata['origin'];
  commandId: string;
  correlationId: string;
  causationId: string | null;
  /** The streams it was decided on, each at the revision it was read at. */
  guards: readonly Guard[];
  /** SHA-256 of its facts as stored, and of those of the event before it in its stream (null for the first). */
  hash: string;
  previous: string | null;
  /**
   * The revision of the event after it in its stream, known by the same moment, that holds its hash. Null where none does: that
   * the event is as it was written is then not told by the log; `notVouched` says why.
   */
  vouchedBy: Readonly<{ revision: number }> | null;
  notVouched: string | null;
  /** What it says beside its words, as stored; null where it is withheld. */
  facts: Readonly<Record<string, unknown>> | null;
  /** Its free texts, by field; null where it is withheld. A redacted one reads `[words redacted by p-otto: Erasure request 12/2026.]`. */
  words: Readonly<Record<string, unknown>> | null;
  /** Fields whose words were redacted. */
  redacted: readonly string[];
  /** Why facts and words are not shown; null where they are. */
  withheld: string | null;
}>;

/** What an event is asked for with: its number, and whether what its stream holds may be shown to readers. */
export type EventAsked = Readonly<{ number: number; isShown: (stream: string) => boolean }>;

const unknown = (number: number, last: number): Refused<'event-unknown'> =>
  refuse(
    'event-unknown',
    last === 0
      ? `There was no event ${number} as of then, nor any other.`
      : `There was no event ${number} as of then: events 1 to ${last} are known.`,
  );

const parted = ({ data, worded }: Opened) => {
  const isWord = new Set(worded);
  const fields = Object.entries(data);
  return {
    facts: Object.fromEntries(fields.filter(([name]) => !isWord.has(name))),
    words: Object.fromEntries(fields.filter(([name]) => isWord.has(name))),
  };
};

const WITHHELD = {
  facts: null,
  words: null,
  redacted: [],
  withheld:
    'A process of Docket notes here for itself what it has done: no read shows it, and what it did stands in the streams it did it to.',
};

/** Whether the event after it vouches for it, or why not. */
type Vouching = Pick<EventView, 'vouchedBy' | 'notVouched'>;

const notVouched = (why: string): Vouching => ({ vouchedBy: null, notVouched: why });

/** `follower`: the event after it in its stream that was known by the same moment, and as the log has it. */
const vouchingOf = (follower: Numbered | undefined, next: StoredEvent | undefined): Vouching => {
  if (!follower) return notVouched('Nothing after it in its stream vouches for it yet.');
  const { number, revision } = follower;
  if (next?.revision !== revision)
    return notVouched(
      `The log does not have event ${number}, which came after it in its stream and would vouch for it.`,
    );
  if (hashHeldBy(next) === undefined)
    return notVouched(
      `Event ${number}, which came after it in its stream, cannot be read and does not vouch for it.`,
    );
  return { vouchedBy: { revision }, notVouched: null };
};

type Told = Vouching & Readonly<{ opened: Opened }>;

const viewOf = (line: Numbered, { opened, ...vouching }: Told, isShown: boolean): EventView => {
  const { meta, hash, redacted } = opened;
  const { number, eventId, type, portfolio, stream, revision, position, timelineAt } = line;
  const { recordedAt, knownAt = null, actor, onBehalfOf = null, authentication, origin } = meta;
  const { commandId, correlationId, causationId = null, guards, previous } = meta;
  return {
    ...{ number, eventId, type, date: timelineAt, recordedAt, knownAt },
    ...{ portfolio, stream, revision, position },
    ...{ actor, onBehalfOf, authentication, origin, commandId, correlationId, causationId, guards },
    ...{ hash, previous, ...vouching },
    ...(isShown ? { ...parted(opened), redacted, withheld: null } : WITHHELD),
  };
};

/** Why an event cannot be told. */
export type EventRefusal = 'event-unknown' | 'event-altered';

/** The event of a line, and what the log up to a number tells of it. @throws EventAltered | StoreUnavailable */
const toldOf = async (
  { store, readModel }: Readonly<{ store: EventStore; readModel: ReadModel }>,
  line: Numbered,
  upTo: number,
): Promise<Told> => {
  const { number, stream, revision } = line;
  const [stored, next] = await store.read(stream, { from: revision, limit: 2 });
  if (stored?.revision !== revision) throw eventMissing(line);
  const opened = openAsWritten(line, stored, next);
  const [follower] = await readModel.numbers({ after: number, upTo, limit: 1, stream });
  return { opened, ...vouchingOf(follower, next) };
};

/**
 * The event of a number as the log has it, if it had come by the cut: on the timeline of its portfolio, or by recording where it
 * stands on none. @throws StoreUnavailable
 */
export const eventByNumber = async (
  store: EventStore,
  readModel: ReadModel,
  cut: Cut,
  { number, isShown }: EventAsked,
): Promise<EventView | Refused<EventRefusal>> => {
  const line = await readModel.numbered(number);
  const isOnTimeline = typeof line?.portfolio === 'string';
  const last = isOnTimeline ? cut.number : cut.recordedNumber;
  if (!line || number > last) return unknown(number, last);
  return orAltered(async () =>
    viewOf(line, await toldOf({ store, readModel }, line, last), isShown(line.stream)),
  );
};
