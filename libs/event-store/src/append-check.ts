import {
  AppendRefused,
  categoryOf,
  isUuid,
  MAX_APPEND_BYTES,
  type EventToStore,
  type ExpectedRevision,
} from '@docket/kernel';

const TYPE = /^[A-Za-z][A-Za-z0-9.-]{0,99}$/;

/** Whether the text is `<installation>-<category>-<uuid>` of this installation. */
export const isStreamOf = (installation: string, stream: string): boolean =>
  stream.startsWith(`${installation}-`) && categoryOf(stream) !== undefined;

const isExpectedRevision = (expected: ExpectedRevision): boolean =>
  expected === 'no-stream' || (Number.isSafeInteger(expected) && expected >= 0);

const eventFault = ({ id, type, bytes }: EventToStore): string | undefined => {
  if (!isUuid(id)) return `Event id ${JSON.stringify(id)} is no UUID in lower case.`;
  if (!(bytes instanceof Uint8Array)) return `Event ${id} has no bytes, but ${typeof bytes}.`;
  if (!TYPE.test(type)) return `Event type ${JSON.stringify(type.slice(0, 120))} is not written as Name.v1.`;
  return undefined;
};

const batchFault = (events: readonly EventToStore[]): string | undefined => {
  if (events.length === 0) return 'The batch has no events: there is nothing to append.';
  const size = events.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  if (size > MAX_APPEND_BYTES)
    return (
      `The batch has ${size} bytes; at most ${MAX_APPEND_BYTES} fit into one append. What is written at once has to be ` +
      'shorter: a shorter text, or the same in several steps.'
    );
  if (new Set(events.map(({ id }) => id)).size < events.length) return 'The batch holds an event id twice.';
  return events.map(eventFault).find((fault) => fault !== undefined);
};

/** Refuses, before anything is sent, what not every store could take: the same batch is refused by all adapters. @throws AppendRefused */
export const checkAppend = (
  installation: string,
  stream: string,
  events: readonly EventToStore[],
  expected: ExpectedRevision,
): void => {
  if (!isStreamOf(installation, stream))
    throw new AppendRefused(`${JSON.stringify(stream)} is not named ${installation}-<category>-<uuid>.`);
  if (!isExpectedRevision(expected))
    throw new AppendRefused(
      `Expected revision ${expected} is neither 'no-stream' nor a whole number from 0 on.`,
    );
  const fault = batchFault(events);
  if (fault) throw new AppendRefused(fault);
};
