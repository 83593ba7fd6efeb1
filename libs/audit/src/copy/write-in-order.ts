import {
  OutcomeUnknown,
  RevisionConflict,
  StoreFull,
  StoreUnavailable,
  type Clock,
  type EventStore,
  type ExpectedRevision,
  type StoredEvent,
} from '@docket/kernel';
import { CopyStopped } from './copy-refusal';

/** Events of one stream that follow each other in the log, too: one append. */
export type Run = Readonly<{ stream: string; events: readonly StoredEvent[]; expected: ExpectedRevision }>;

/** Writes runs one behind the other: none of a later one is there before all of an earlier one. */
export type WriteInOrder = (runs: readonly Run[]) => Promise<void>;

const ATTEMPTS = 12;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Appends a run until it is known to be there: after an unknown outcome, or while the store is away, the identical batch is sent
 * again at the same revision, after a growing pause of some forty seconds in all. @throws OutcomeUnknown | StoreUnavailable
 */
const untilThere = async (store: EventStore, clock: Clock, { stream, events, expected }: Run) => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store.append(stream, events, expected);
    } catch (error) {
      const mayHelp = error instanceof OutcomeUnknown || error instanceof StoreUnavailable;
      if (!mayHelp || attempt === ATTEMPTS) throw error;
      await clock.pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1)));
    }
  }
};

/** One append after the other: what any store can do. */
export const oneByOne =
  (store: EventStore, clock: Clock): WriteInOrder =>
  async (runs) => {
    for (const run of runs) await untilThere(store, clock, run);
  };

const MOST_EVENTS = 500;
const MOST_BYTES = 900_000;

/** Says how far a target has come whose disk is full: earlier batches are there, and stay. @throws StoreFull */
export const orFullBehind = async (
  work: () => Promise<void>,
  there: () => number,
  total: number,
): Promise<void> => {
  try {
    await work();
  } catch (cause) {
    if (!(cause instanceof StoreFull)) throw cause;
    throw new StoreFull(
      `The disk of the target is full behind event ${there()} of ${total}: what was copied stays there. Make room and give the same command again: it goes on behind the last event that is there.`,
      { cause },
    );
  }
};

/** Gathers events into batches of runs and has them written, in the order of the log. */
export class BatchWriter {
  private runs: { stream: string; events: StoredEvent[]; expected: ExpectedRevision }[] = [];
  private size = 0;
  private count = 0;
  /** How many events are written. */
  written = 0;

  constructor(private readonly write: WriteInOrder) {}

  /** Takes in the next event; writes when a batch is full. @throws CopyStopped where somebody else writes to the target */
  async add(event: StoredEvent): Promise<void> {
    if (this.count === MOST_EVENTS || this.size + event.bytes.byteLength > MOST_BYTES) await this.flush();
    const last = this.runs.at(-1);
    if (last?.stream === event.stream) last.events.push(event);
    else this.runs.push({ stream: event.stream, events: [event], expected: before(event) });
    this.size += event.bytes.byteLength;
    this.count += 1;
  }

  /** Writes what is gathered. @throws CopyStopped where somebody else writes to the target */
  async flush(): Promise<void> {
    const { runs, count } = this;
    [this.runs, this.size, this.count] = [[], 0, 0];
    if (runs.length === 0) return;
    try {
      await this.write(runs);
      this.written += count;
    } catch (error) {
      if (error instanceof RevisionConflict)
        throw new CopyStopped(
          'copy-target-differs',
          `Somebody else writes to the target: ${error.message}. Stop that, and copy into an empty target.`,
        );
      throw error;
    }
  }
}

const before = ({ revision }: StoredEvent): ExpectedRevision => (revision === 0 ? 'no-stream' : revision - 1);
