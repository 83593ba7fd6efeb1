import type { EventToStore, StoredEvent } from '@docket/kernel';
import type { Database } from '@docket/sqlite';

type Row = readonly [
  position: number,
  stream: string,
  revision: number,
  id: string,
  type: string,
  bytes: Uint8Array,
];

/** A row of a stream that is known already. */
type RowInStream = readonly [position: number, revision: number, id: string, type: string, bytes: Uint8Array];

/** A page holds so many events or so many bytes, whichever comes first: memory stays flat whatever their size. */
const PAGE_EVENTS = 256;
const PAGE_BYTES = 1_000_000;

const COLUMNS = 'position, stream, revision, id, type, bytes';

/** `+stream` keeps the search on the position: the index of streams would lose the order. */
const OURS = '+stream >= ? and +stream < ?';

const stored = ([position, stream, revision, id, type, bytes]: Row): StoredEvent => ({
  position: String(position),
  stream,
  revision,
  id,
  type,
  bytes,
});

/** The statements on the table of events, for one installation. */
export class EventTable {
  private readonly range: readonly [from: string, before: string];
  private readonly lastInStream;
  private readonly insert;
  private readonly inStream;
  private readonly idsInStream;
  private readonly afterPosition;
  private readonly lastOfOurs;
  private readonly lastOfAll;
  private readonly firstOfAll;

  constructor(database: Database, installation: string) {
    this.range = [`${installation}-`, `${installation}.`];
    this.lastInStream = database.prepareArrays<[number | null]>(
      'select max(revision) from events where stream = ?',
    );
    this.insert = database.prepare(
      'insert into events(stream, revision, id, type, bytes) values (?, ?, ?, ?, ?)',
    );
    this.inStream = database.prepareArrays<RowInStream>(
      'select position, revision, id, type, bytes from events where stream = ? and revision >= ? order by revision limit ?',
    );
    this.idsInStream = database.prepareArrays<[id: string, position: number]>(
      'select id, position from events where stream = ? and revision > ? order by revision limit ?',
    );
    this.afterPosition = database.prepareArrays<Row>(
      `select ${COLUMNS} from events where position > ? and ${OURS} order by position limit ${PAGE_EVENTS}`,
    );
    this.lastOfOurs = database.prepareArrays<[number]>(
      `select position from events where ${OURS} order by position desc limit 1`,
    );
    this.firstOfAll = database.prepareArrays<[string]>('select stream from events order by position limit 1');
    this.lastOfAll = database.prepareArrays<[number | null]>('select max(position) from events');
  }

  /** Revision of the stream's last event, -1 when there is none. */
  lastRevision(stream: string): number {
    return this.lastInStream.get(stream)?.[0] ?? -1;
  }

  /** Adds one event behind the last of its stream; returns its position. */
  add(stream: string, revision: number, { id, type, bytes }: EventToStore): number {
    return Number(this.insert.run(stream, revision, id, type, bytes).lastInsertRowid);
  }

  stream(stream: string, from: number, limit: number): readonly StoredEvent[] {
    return this.inStream
      .all(stream, from, limit)
      .map(([position, revision, id, type, bytes]) => stored([position, stream, revision, id, type, bytes]));
  }

  /** Ids and positions of at most `limit` events of the stream behind `revision`. */
  idsAfter(
    stream: string,
    revision: number,
    limit: number,
  ): readonly (readonly [id: string, position: number])[] {
    return this.idsInStream.all(stream, revision, limit);
  }

  /** The next page of the installation's events after a position; empty at the end. */
  pageAfter(position: number): readonly StoredEvent[] {
    const page: StoredEvent[] = [];
    let size = 0;
    for (const row of this.afterPosition.iterate(position, ...this.range)) {
      page.push(stored(row));
      size += row[5].byteLength;
      if (size >= PAGE_BYTES) break;
    }
    return page;
  }

  /** Position of the installation's last event. */
  head(): number | undefined {
    return this.lastOfOurs.get(...this.range)?.[0];
  }

  /** The stream of the first event of any installation. */
  firstStream(): string | undefined {
    return this.firstOfAll.get()?.[0];
  }

  /** Position of the last event of any installation, 0 when there is none. */
  end(): number {
    return this.lastOfAll.get()?.[0] ?? 0;
  }
}
