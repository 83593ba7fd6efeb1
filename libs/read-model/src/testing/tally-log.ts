import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore } from '@docket/event-store';
import {
  defineTable,
  derivedUuid,
  sha256,
  type Event,
  type EventStore,
  type Metadata,
  type Projection,
  type Recorded,
  type StoredEvent,
} from '@docket/kernel';
import type { AnyProjection } from '..';

/** A little context of its own: tallies that are kept in portfolios. */
export type TallyEvent =
  | Event<'Counted', { tally: string; by: number }>
  | Event<'Struck', { tally: string }>
  | Event<'Noted', { text: string }>;

export type Tally = Readonly<{ total: number; seen: readonly string[]; note: string | null }>;
export const TALLIES = defineTable<Tally>('tallies', { total: 'integer', seen: 'json', note: 'text' });

export type Stream = Readonly<{ stream: string; events: number }>;
export const STREAMS = defineTable<Stream>('streams', { stream: 'text', events: 'integer' });

const BLANK: Tally = { total: 0, seen: [], note: null };

const tallies: Projection<Tally, TallyEvent> = {
  table: TALLIES,
  on: {
    Counted: ({ data, meta, id }) => [
      {
        key: data.tally,
        scope: meta.portfolio ?? '',
        to: (row = BLANK) => ({ ...row, total: row.total + data.by, seen: [...row.seen.slice(-3), id] }),
      },
    ],
    Struck: ({ data, meta }) => [{ key: data.tally, scope: meta.portfolio ?? '', to: () => undefined }],
    // Two changes of one row by one event, the second of which sees the first.
    Noted: ({ data, stream, meta }) => [
      {
        key: `note of ${stream}`,
        scope: meta.portfolio ?? '',
        to: (row = BLANK) => ({ ...row, total: row.total + 1 }),
      },
      {
        key: `note of ${stream}`,
        scope: meta.portfolio ?? '',
        to: (row = BLANK) => ({ ...row, note: data.text }),
      },
    ],
  },
};

const count = ({ stream }: Recorded) => [
  { key: stream, scope: 'all', to: (row?: Stream) => ({ stream, events: (row?.events ?? 0) + 1 }) },
];
const streams: Projection<Stream, TallyEvent> = {
  table: STREAMS,
  on: { Counted: count, Struck: count, Noted: count },
};

export const PROJECTIONS: readonly AnyProjection[] = [tallies, streams];

/** What a test says of an event; the rest follows. */
export type Draft = Readonly<{ stream: number; event: TallyEvent }> &
  Partial<Pick<Metadata, 'portfolio' | 'origin' | 'knownAt' | 'recordedAt'>>;

export const counted = (tally: string, by = 1): TallyEvent => ({ type: 'Counted', data: { tally, by } });

/** The other way round of how drafts are written. @throws Error for an event named Broken */
export const decode = (stored: StoredEvent): Recorded<Event> => {
  const { event, meta } = JSON.parse(Buffer.from(stored.bytes).toString().split('\n')[0] ?? '') as {
    event: TallyEvent;
    meta: Metadata;
  };
  if (stored.type === 'Broken.v1') throw new Error('No codec knows the stored event type "Broken.v1"');
  const { id, position, revision, stream } = stored;
  return { ...event, id, meta, position, revision, stream };
};

/** A real log of tallies in a folder of its own. */
export class TallyLog {
  private readonly ends = new Map<string, Readonly<{ revision: number; hash: string }>>();
  private written = 0;

  private constructor(
    readonly store: EventStore,
    private readonly folder: string,
  ) {}

  static async open(): Promise<TallyLog> {
    const folder = mkdtempSync(join(tmpdir(), 'docket-tally-log-'));
    return new TallyLog(
      await openSqliteEventStore({ file: join(folder, 'log.sqlite'), installation: 'main' }),
      folder,
    );
  }

  /** The name of the n-th stream. */
  static stream(n: number): string {
    return `main-tally-${derivedUuid('stream', String(n))}`;
  }

  /** Writes drafts one by one; the last one's position. */
  async write(...drafts: readonly Draft[]): Promise<string> {
    let position = '';
    for (const draft of drafts) position = await this.append(draft, `${draft.event.type}.v1`);
    return position;
  }

  /** Writes an event no codec knows. */
  async writeBroken(stream: number): Promise<string> {
    return this.append({ stream, event: counted('broken') }, 'Broken.v1');
  }

  async close(): Promise<void> {
    await this.store.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async append({ stream: n, event, ...some }: Draft, type: string): Promise<string> {
    const stream = TallyLog.stream(n);
    const last = this.ends.get(stream);
    const id = derivedUuid('event', String((this.written += 1)));
    const recordedAt = new Date(Date.UTC(2026, 0, 1) + this.written * 60_000).toISOString();
    const meta = { origin: 'live', recordedAt, previous: last?.hash ?? null, ...some };
    const facts = JSON.stringify({ event, meta });
    const bytes = Buffer.from(`${facts}\n{}`);
    const { revision, position } = await this.store.append(
      stream,
      [{ id, type, bytes }],
      last?.revision ?? 'no-stream',
    );
    this.ends.set(stream, { revision, hash: sha256(facts) });
    return position;
  }
}
