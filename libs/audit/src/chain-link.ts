import { BrokenEnvelope, open, type Opened, type StoredEvent } from '@docket/kernel';

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

type Check = readonly [boolean, string];

const failed = (checks: readonly Check[]): readonly string[] =>
  checks.filter(([holds]) => !holds).map(([, what]) => what);

/** What the facts of an event say of itself, held against where and how it is stored. */
export const misplaced = (event: StoredEvent, { id, type, meta }: Opened): readonly string[] =>
  failed([
    [meta.revision === event.revision, `the facts were written for revision ${meta.revision}`],
    [meta.stream === event.stream, `the facts were written for the stream ${meta.stream}`],
    [id === event.id, 'its id differs from the one in its facts'],
    [type === event.type, `it is stored as ${event.type}, its facts say ${type}`],
  ]);

/** What the envelope says of itself, held against where and how it is stored and against the event before it. */
const differences = (
  event: StoredEvent,
  before: Link | undefined,
): { faults: readonly string[]; opened?: Opened } => {
  try {
    const opened = open(event);
    const expected = (before?.revision ?? -1) + 1;
    const inChain = failed([
      [event.revision === expected, `revision ${event.revision} stands where ${expected} should`],
      [
        opened.meta.previous === (before?.hash ?? null),
        'the event before it is not the one it was written after',
      ],
    ]);
    return { faults: [...inChain, ...misplaced(event, opened)], opened };
  } catch (error) {
    if (error instanceof BrokenEnvelope) return { faults: [`its bytes were changed: ${error.message}`] };
    throw error;
  }
};

/** Holds one event against the link before it: the next link, what is wrong with it, and what it says where it can be read. */
export const nextLink = (
  event: StoredEvent,
  before: Link | undefined,
): Readonly<{ link: Link; faults: readonly Fault[]; opened: Opened | undefined }> => {
  const { faults, opened } = differences(event, before);
  return {
    link: { revision: event.revision, hash: opened?.hash ?? 'broken' },
    faults: faults.map((what) => faultIn(event, what)),
    opened,
  };
};
