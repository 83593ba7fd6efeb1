import { BrokenEnvelope, open, type StoredEvent } from '@docket/kernel';

/** Where a chain has come in one stream. */
export type Link = Readonly<{ revision: number; hash: string }>;

/** One thing found wrong, in words for the person who has to act on it. */
export type Fault = Readonly<{ stream: string; revision: number; position: string; what: string }>;

/** A fault at an event. */
export const faultIn = (event: StoredEvent, what: string): Fault => ({
  stream: event.stream,
  revision: event.revision,
  position: event.position,
  what,
});

/** What the envelope says of itself, held against where and how it is stored and against the event before it. */
const differences = (event: StoredEvent, before: Link | undefined): { faults: string[]; hash?: string } => {
  try {
    const { id, type, meta, hash } = open(event);
    const expected = (before?.revision ?? -1) + 1;
    const checks: readonly [boolean, string][] = [
      [event.revision === expected, `revision ${event.revision} stands where ${expected} should`],
      [meta.revision === event.revision, `the facts were written for revision ${meta.revision}`],
      [meta.stream === event.stream, `the facts were written for the stream ${meta.stream}`],
      [meta.previous === (before?.hash ?? null), 'the event before it is not the one it was written after'],
      [id === event.id, 'its id differs from the one in its facts'],
      [type === event.type, `it is stored as ${event.type}, its facts say ${type}`],
    ];
    return { faults: checks.filter(([holds]) => !holds).map(([, what]) => what), hash };
  } catch (error) {
    if (error instanceof BrokenEnvelope) return { faults: [`its bytes were changed: ${error.message}`] };
    throw error;
  }
};

/** Holds one event against the link before it: the next link, and what is wrong with it. */
export const nextLink = (
  event: StoredEvent,
  before: Link | undefined,
): Readonly<{ link: Link; faults: readonly Fault[] }> => {
  const { faults, hash } = differences(event, before);
  return {
    link: { revision: event.revision, hash: hash ?? 'broken' },
    faults: faults.map((what) => faultIn(event, what)),
  };
};
