import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  AppendRefused,
  OutcomeUnknown,
  PositionBeyondEnd,
  RevisionConflict,
  StoreFull,
  StoreUnavailable,
  type Appended,
  type EventStore,
  type EventToStore,
  type ExpectedRevision,
  type LogMessage,
  type Position,
  type StoredEvent,
} from '@docket/kernel';
import { CommitUnknown, GroupCommit, sqliteCode, SqliteCode, type Database } from '@docket/sqlite';
import { checkAppend } from '../append-check';
import { EventTable } from './event-table';
import { currentLogId } from './log-schema';
import { News } from './news';
import { StreamEnds } from './stream-ends';

const CLOSED = 'The event log is closed.';

const asRevision = (last: number): ExpectedRevision => (last < 0 ? 'no-stream' : last);

/** Whether the disk had no room for what was committed together, or for one part of it. */
const isFull = (error: unknown): boolean =>
  [error, error instanceof Error ? error.cause : undefined].some(
    (one) => sqliteCode(one) === SqliteCode.full,
  );

/** What the port calls an error of the writer: everything that is no rule of the log is the disk's or the file's fault. */
const inTermsOfThePort = (error: unknown): unknown => {
  if (error instanceof RevisionConflict || error instanceof AppendRefused) return error;
  if (error instanceof CommitUnknown) return new OutcomeUnknown(error.message, { cause: error });
  if (isFull(error))
    return new StoreFull('The disk of the event log is full; nothing was stored.', { cause: error });
  return new StoreUnavailable('The event log did not take the events; nothing was stored.', { cause: error });
};

/** An append as it went: a batch that was there before says nothing of where its stream ends now. */
type Written = Appended & Readonly<{ isRepeated: boolean }>;
/** One append of many that are taken together. */
type AppendToOne = Readonly<{ stream: string; events: readonly EventToStore[]; expected: ExpectedRevision }>;

/** The log in one SQLite file: one writer with group commit; this process owns the file. Made by `openSqliteEventStore`. */
export class SqliteEventStore implements EventStore {
  private readonly table: EventTable;
  private readonly news = new News();
  private readonly ends = new StreamEnds();
  private readonly writer: GroupCommit;

  constructor(
    private readonly database: Database,
    readonly installation: string,
  ) {
    this.table = new EventTable(database, installation);
    this.writer = new GroupCommit(database, () => this.news.announce());
  }

  async logId(): Promise<string> {
    return this.open(() => currentLogId(this.database));
  }

  /** The installation the log was begun for; `undefined` while it is empty. */
  async begunFor(): Promise<string | undefined> {
    return this.open(() => this.table.firstStream()?.split('-')[0]);
  }

  async append(
    stream: string,
    events: readonly EventToStore[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    checkAppend(this.installation, stream, events, expected);
    if (!this.database.isOpen) throw new StoreUnavailable(CLOSED);
    try {
      const { isRepeated, ...appended } = await this.writer.submit(() =>
        this.write(stream, events, expected),
      );
      if (!isRepeated) this.ends.note(stream, appended.revision);
      return appended;
    } catch (error) {
      this.ends.forget(stream);
      throw inTermsOfThePort(error);
    }
  }

  /**
   * Appends to many streams at once, in this order, all or nothing: how a copy of another log is filled. Each append is taken or
   * recognised as by `append`. @throws as `append`
   */
  async appendInOrder(appends: readonly AppendToOne[]): Promise<void> {
    for (const { stream, events, expected } of appends)
      checkAppend(this.installation, stream, events, expected);
    if (!this.database.isOpen) throw new StoreUnavailable(CLOSED);
    try {
      await this.writer.submit(() => {
        for (const { stream, events, expected } of appends) this.write(stream, events, expected);
      });
    } catch (error) {
      throw inTermsOfThePort(error);
    } finally {
      for (const { stream } of appends) this.ends.forget(stream);
    }
  }

  async read(
    stream: string,
    { from = 0, limit = Number.MAX_SAFE_INTEGER }: Readonly<{ from?: number; limit?: number }> = {},
  ): Promise<readonly StoredEvent[]> {
    return this.open(() => {
      if (!this.isOurs(stream) || this.ends.areBefore(stream, from)) return [];
      const events = this.table.stream(stream, from, limit);
      const last = events.at(-1);
      if (last && events.length < limit) this.ends.note(stream, last.revision);
      return events;
    });
  }

  async head(): Promise<Position | undefined> {
    const head = this.open(() => this.table.head());
    return head === undefined ? undefined : String(head);
  }

  /** @throws PositionBeyondEnd | StoreUnavailable when the store is closed under the subscriber */
  async *subscribe({
    after,
    signal,
  }: Readonly<{ after?: Position | undefined; signal: AbortSignal }>): AsyncGenerator<LogMessage> {
    let position = this.open(() => this.startAfter(after));
    while (!signal.aborted) {
      const { edition } = this.news;
      const page = this.open(() => this.table.pageAfter(position));
      for (const event of page) {
        yield { kind: 'event', event };
        position = Number(event.position);
        if (signal.aborted) return;
      }
      if (page.length > 0) {
        await nextTurn();
        continue;
      }
      yield { kind: 'caught-up' };
      await this.news.since(edition, signal);
    }
  }

  /** A copy of the log as it is now, into a new file; writes go on meanwhile. For a restore, see `renewLogId`. */
  async backupTo(path: string): Promise<void> {
    await this.database.backupTo(path);
  }

  async close(): Promise<void> {
    if (!this.database.isOpen) return;
    this.writer.drain();
    this.database.close();
    this.news.announce();
  }

  private isOurs(stream: string): boolean {
    return stream.startsWith(`${this.installation}-`);
  }

  private open<T>(look: () => T): T {
    if (!this.database.isOpen) throw new StoreUnavailable(CLOSED);
    return look();
  }

  private startAfter(after: Position | undefined): number {
    if (after === undefined) return 0;
    const end = this.table.end();
    if (!/^\d+$/.test(after) || Number(after) > end)
      throw new PositionBeyondEnd(
        `Position ${after} is not in this log, which ends at ${end}: the log is another or a shorter one; read it from the start.`,
      );
    return Number(after);
  }

  private write(stream: string, events: readonly EventToStore[], expected: ExpectedRevision): Written {
    const last = this.table.lastRevision(stream);
    const before = expected === 'no-stream' ? -1 : expected;
    if (before !== last) {
      const repeated = this.writtenBefore(stream, events, before);
      if (repeated) return { ...repeated, isRepeated: true };
      throw new RevisionConflict(stream, expected, asRevision(last));
    }
    const positions = events.map((event, index) => this.table.add(stream, last + 1 + index, event));
    return { revision: last + events.length, position: String(positions.at(-1)), isRepeated: false };
  }

  /** What the identical batch was answered, when it is what stands behind `before`. */
  private writtenBefore(
    stream: string,
    events: readonly EventToStore[],
    before: number,
  ): Appended | undefined {
    const found = this.table.idsAfter(stream, before, events.length);
    const isSame = found.length === events.length && found.every(([id], index) => id === events[index]?.id);
    const position = found.at(-1)?.[1];
    return isSame ? { revision: before + events.length, position: String(position) } : undefined;
  }
}
