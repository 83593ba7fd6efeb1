import type { Position } from './event-store.port';
import type { Recorded } from './envelope';
import type { Event } from './messages';
import type { Json } from './json';
import type { Fence } from './leases.port';
import type { Instant } from './time';

/** How a column is stored. `decimal` is exact text; `json` any JSON. Every column may be null. */
export type ColumnKind = 'text' | 'integer' | 'decimal' | 'boolean' | 'json';

/** A row of a declared table: plain JSON values by column name. */
export type Row = Readonly<Record<string, Json>>;

/** A table as a context declares it. Names are snake_case and stable within a definition version. */
export type Table<R extends Row = Row> = Readonly<{
  name: string;
  columns: { readonly [K in keyof R & string]: ColumnKind };
  /** Never there: it lets the compiler know the rows of a table. */
  rowType?: R;
}>;

export const defineTable = <R extends Row>(name: string, columns: Table<R>['columns']): Table<R> => ({
  name,
  columns,
});

/** What one event does to one row: a pure function of the row before it. `undefined` as a result removes the row. */
export type Change<R extends Row = Row> = Readonly<{
  key: string;
  /** What the row is read by (its portfolio, its motion); fixed for the life of a key. */
  scope: string;
  to: (row: R | undefined) => R | undefined;
}>;

/** How a table follows from events: for each event type the rows it changes. Values come from events only. */
export type Projection<R extends Row = Row, E extends Event = Event> = Readonly<{
  table: Table<R>;
  on: { readonly [T in E['type']]?: (event: Recorded<Extract<E, { type: T }>>) => readonly Change<R>[] };
}>;

/** A version of a row, valid from one number up to (not including) another; `row` is null where it was removed. */
export type RowVersion<R extends Row = Row> = Readonly<{
  key: string;
  scope: string;
  validFrom: number;
  row: R | null;
}>;

/** One line of the table of numbers: the n-th event of this log. */
export type Numbered = Readonly<{
  number: number;
  position: Position;
  eventId: string;
  type: string;
  stream: string;
  revision: number;
  /** The latest recording instant up to here: no clock lowers it. */
  recordedAt: Instant;
  /** The portfolio on whose timeline the event stands. */
  portfolio: string | null;
  /** The event's date on that timeline (running maximum); null for an imported event without a date before any dated one. */
  timelineAt: Instant | null;
}>;

/** How far a read model has come: 0 and undefined at the start. */
export type Checkpoint = Readonly<{ number: number; position: Position | undefined }>;

/** What one transaction of the consumer writes: numbered events, new row versions, and with them the checkpoint. */
export type Batch = Readonly<{
  /** The checkpoint this batch stands on; compared and set in the same transaction. */
  after: Checkpoint;
  numbers: readonly Numbered[];
  rows: readonly Readonly<{ table: string; versions: readonly RowVersion[] }>[];
}>;

/** Another consumer wrote first: this one is deposed and stops. Nothing was written. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
}

/** A rebuild gave a number another event than the live build has: it does not switch. */
export class NumbersDiffer extends Error {
  override readonly name = 'NumbersDiffer';
}

/** Another build took this one's place: ask `live()` again and repeat; numbers mean the same there. */
export class BuildReplaced extends Error {
  override readonly name: string = 'BuildReplaced';
}

/** The tables of the live build were dropped, and none took its place: nothing is lost with them, whoever leads makes them anew. */
export class ReadModelGone extends BuildReplaced {
  override readonly name = 'ReadModelGone';
}

/** The database behind the read model did not answer. A commit may or may not have been done: the checkpoint tells. */
export class ReadModelUnavailable extends Error {
  override readonly name = 'ReadModelUnavailable';
}

/** What was to be written cannot be kept as it is (a wrong kind, a second scope for a key, numbers with a gap). Nothing was written. */
export class BatchRefused extends Error {
  override readonly name = 'BatchRefused';
}

/** Rows in no particular order: order is made in code. */
export type Rows<R extends Row> = readonly Readonly<{ key: string; scope: string; row: R }>[];

/**
 * One build of the read model of one definition version. Rows and checkpoint commit together; every row is valid from and
 * to a number, so that *now* and *as of* are the same question. Every adapter passes `describeReadModel`.
 */
export interface ReadModel {
  readonly definition: string;
  checkpoint(): Promise<Checkpoint>;
  /** All or nothing; with a fence only while its lead has no successor. @throws CheckpointMoved | BatchRefused | Deposed */
  commit(batch: Batch, fence?: Fence): Promise<void>;
  /** Rows valid at `number`, of one scope or of all. */
  rowsAsOf<R extends Row>(
    table: Table<R>,
    number: number,
    where?: Readonly<{ scope: string }>,
  ): Promise<Rows<R>>;
  /** The row of one key valid at `number`. */
  rowAsOf<R extends Row>(table: Table<R>, number: number, key: string): Promise<R | undefined>;
  /** The latest rows of these keys, for the consumer. */
  latest<R extends Row>(table: Table<R>, keys: readonly string[]): Promise<Rows<R>>;
  /** Every version that began after `after` and at or before `upTo`, of one scope or of all. */
  changedBetween<R extends Row>(
    table: Table<R>,
    range: Readonly<{ after: number; upTo: number }>,
    where?: Readonly<{ scope: string }>,
  ): Promise<readonly RowVersion<R>[]>;
  /** Every version of one key, oldest first. */
  history<R extends Row>(table: Table<R>, key: string): Promise<readonly RowVersion<R>[]>;
  /** The largest number recorded at or before the instant; 0 when there is none. */
  numberRecordedBy(instant: Instant): Promise<number>;
  /** The largest number on a portfolio's timeline dated at or before the instant; 0 when there is none. */
  numberOnTimeline(portfolio: string, instant: Instant): Promise<number>;
  /** The line of one number. */
  numbered(number: number): Promise<Numbered | undefined>;
  /** Lines from `after` (exclusive), in order, at most `limit`, of one portfolio or stream or of all. */
  numbers(
    options: Readonly<{ after: number; upTo?: number; limit: number; portfolio?: string; stream?: string }>,
  ): Promise<readonly Numbered[]>;
  /** The date the timeline of a portfolio has reached; null where it has not begun. */
  timelineEnd(portfolio: string): Promise<Instant | null>;
  /** The last revision of a stream that is numbered; -1 when none is. */
  lastRevision(stream: string): Promise<number>;
  close(): Promise<void>;
}

/** Gives the live build at the moment of asking: a rebuild may have switched it. */
export interface LiveReadModel {
  current(): ReadModel;
}

/**
 * What an answer is a function of, beside the request: a number on the portfolio's timeline, one by recording, the instant
 * that decides what is late or in force, the log and the definition version.
 */
export type Cut = Readonly<{
  number: number;
  recordedNumber: number;
  at: Instant;
  log: string;
  definition: string;
}>;

/** What a question is asked of: a build of the read model, and the cut to read it at. */
export type Reading = Readonly<{ readModel: ReadModel; cut: Cut }>;

/** The builds of one definition version: the live one, and one being rebuilt beside it. */
export interface ReadModels {
  /** The live build, made empty when there is none. Tables are those declared when this was opened. */
  live(): Promise<ReadModel>;
  /** The live build, with its tables made anew and empty where somebody dropped them; for whoever leads the projections. */
  madeAnew(): Promise<ReadModel>;
  /** An empty build beside the live one; a half-finished one of the same name is dropped first. */
  rebuild(): Promise<ReadModel>;
  /**
   * Makes the rebuilt one live and drops the former, when both give every number up to the former's checkpoint the same
   * event. @throws NumbersDiffer (the live build stays)
   */
  switchTo(rebuilt: ReadModel): Promise<void>;
  /**
   * Drops builds of other definitions and leftovers of this one; only for when no other release and no rebuild runs. Gives the names
   * of what it dropped, sorted: definition and number (`d1-2`).
   */
  dropOthers(): Promise<readonly string[]>;
  /** Lets go of everything held; the builds stay. */
  close(): Promise<void>;
}
