import {
  BrokenEnvelope,
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
} from '@docket/kernel';
import { openedEvents } from './opened-events';

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
  /** What it says beside its words, as stored; null where it is withheld. */
  facts: Readonly<Record<string, unknown>> | null;
  /** Its free texts, by field; null where it is withheld. A redacted one reads `[words redacted]`. */
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

const viewOf = (line: Numbered, opened: Opened, isShown: boolean): EventView => {
  const { meta, hash, redacted } = opened;
  const { number, eventId, type, portfolio, stream, revision, position, timelineAt } = line;
  const { recordedAt, knownAt = null, actor, onBehalfOf = null, authentication, origin } = meta;
  const { commandId, correlationId, causationId = null, guards, previous } = meta;
  return {
    ...{
      number,
      eventId,
      type,
      date: timelineAt,
      recordedAt,
      knownAt,
      portfolio,
      stream,
      revision,
      position,
    },
    ...{ actor, onBehalfOf, authentication, origin, commandId, correlationId, causationId, guards },
    ...{ hash, previous },
    ...(isShown ? { ...parted(opened), redacted, withheld: null } : WITHHELD),
  };
};

/** Why an event cannot be told. */
export type EventRefusal = 'event-unknown' | 'event-altered';

const openedAt = async (store: EventStore, line: Numbered): Promise<Opened | Refused<'event-altered'>> => {
  try {
    const opened = (await openedEvents(store, [line])).get(line.eventId);
    if (opened) return opened;
  } catch (error) {
    if (!(error instanceof BrokenEnvelope)) throw error;
    return refuse(
      'event-altered',
      `Event ${line.number} is not as it was written: ${error.message} \`docket verify-chain\` looks at the whole log.`,
    );
  }
  throw new Error(`${line.stream}@${line.revision}: the log does not have event ${line.eventId}.`);
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
  const opened = await openedAt(store, line);
  return 'outcome' in opened ? opened : viewOf(line, opened, isShown(line.stream));
};
