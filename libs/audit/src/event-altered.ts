import {
  BrokenEnvelope,
  open,
  refuse,
  type Numbered,
  type Opened,
  type Refused,
  type StoredEvent,
} from '@docket/kernel';
import { misplaced } from './chain-link';

/** Where an event stands in the log, by the table of numbers. */
export type EventPlace = Pick<Numbered, 'number' | 'eventId' | 'type' | 'stream' | 'revision'>;

/** An event is not as it was written, or the log does not have it. The message names it, for whoever asked. */
export class EventAltered extends Error {
  override readonly name = 'EventAltered';
}

const WHAT_HELPS = '`docket verify-chain` looks at the whole log.';

const altered = ({ number }: EventPlace, what: string): EventAltered =>
  new EventAltered(`Event ${number} is not as it was written: ${what}. ${WHAT_HELPS}`);

/** Of an event that was numbered and is not there any more. */
export const eventMissing = ({ number, eventId, stream, revision }: EventPlace): EventAltered =>
  new EventAltered(
    `Event ${number} is missing: the log does not have it (${eventId}, ${stream} revision ${revision}). ${WHAT_HELPS}`,
  );

const openedFrom = (stored: StoredEvent): Opened | BrokenEnvelope => {
  try {
    return open(stored);
  } catch (error) {
    if (error instanceof BrokenEnvelope) return error;
    throw error;
  }
};

/** The hash that the next event of the stream holds of the one before it; undefined where none can be read there. */
export const hashHeldBy = (next: StoredEvent | undefined): string | null | undefined => {
  const opened = next && openedFrom(next);
  return opened instanceof BrokenEnvelope ? undefined : opened?.meta.previous;
};

/** What its facts say otherwise than the number that was given to it. */
const renumbered = ({ eventId, type }: EventPlace, opened: Opened): readonly string[] => [
  ...(opened.id === eventId ? [] : [`it was numbered as ${eventId}, its facts say ${opened.id}`]),
  ...(opened.type === type ? [] : [`it was numbered as ${type}, its facts say ${opened.type}`]),
];

/** What the event after it in its stream says otherwise, where that can be read. */
const brokenLink = (
  { hash }: Opened,
  { revision }: StoredEvent,
  next: StoredEvent | undefined,
): readonly string[] => {
  const held = next?.revision === revision + 1 ? hashHeldBy(next) : undefined;
  if (held === undefined || held === hash) return [];
  return [
    `the event after it in its stream, of revision ${revision + 1}, holds another hash for it: one of the two was changed`,
  ];
};

/**
 * Opens an event and tells what can be told without reading the whole log: its words against their digests, its facts against how
 * and where it is stored and numbered, and against the hash that the event after it holds. @throws EventAltered
 */
export const openAsWritten = (
  place: EventPlace,
  stored: StoredEvent,
  next: StoredEvent | undefined,
): Opened => {
  const opened = openedFrom(stored);
  if (opened instanceof BrokenEnvelope)
    throw altered(place, `its bytes were changed: ${opened.message.replace(/\.$/, '')}`);
  const faults = [
    ...misplaced(stored, opened),
    ...renumbered(place, opened),
    ...brokenLink(opened, stored, next),
  ];
  if (faults.length > 0) throw altered(place, faults.join('; '));
  return opened;
};

/** The answer, or the refusal that says which event was altered. */
export const orAltered = async <T>(answer: () => Promise<T>): Promise<T | Refused<'event-altered'>> => {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof EventAltered) return refuse('event-altered', error.message);
    throw error;
  }
};
