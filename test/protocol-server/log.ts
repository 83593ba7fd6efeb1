import { EventEmitter } from 'node:events';
import type { Proposed } from './entry';
import type { Journal } from './journal';

export type { Proposed } from './entry';

/** An event as the log holds it; `position` is both its commit and its prepare position, as in a real log since version 5. */
export type Recorded = Proposed &
  Readonly<{ stream: string; revision: number; position: number; created: number }>;

/** The revision a real server gives the record of a tombstone: the largest there is. */
export const TOMBSTONE_REVISION = Number.MAX_SAFE_INTEGER;

const RECORD_OVERHEAD = 100;

/**
 * The one log of a server: every record in order, and the streams that they form. In memory, and in a file where it is
 * given one: there first, so that nobody ever sees what a killed process would have lost.
 */
export class Log {
  readonly records: Recorded[] = [];
  private readonly streams = new Map<string, Recorded[]>();
  private readonly lastById = new Map<string, Recorded>();
  private readonly tombstones = new Set<string>();
  private readonly appended = new EventEmitter().setMaxListeners(0);
  private end = 0;

  constructor(private readonly journal?: Journal) {
    for (const entry of journal?.entries ?? [])
      if (entry.kind === 'added') this.take(entry.stream, entry.events, entry.created);
      else this.close(entry.stream, entry.id, entry.created);
  }

  /** Resolves when all that was added by now would outlive a loss of power. */
  flushed(): Promise<void> {
    return this.journal?.flushed() ?? Promise.resolve();
  }

  /** Events of a stream in order; the index is the revision. */
  stream(name: string): readonly Recorded[] {
    return this.streams.get(name) ?? [];
  }

  /** A tombstone also takes the stream of the metadata with it. */
  isTombstoned(name: string): boolean {
    return this.tombstones.has(name) || (name.startsWith('$$') && this.tombstones.has(name.slice(2)));
  }

  /** The last event with that id, as the server's cache of committed ids knows it. */
  byId(id: string): Recorded | undefined {
    return this.lastById.get(id);
  }

  /** Adds events to a stream and returns the position of its last one, or only moves the end when there are none. */
  add(stream: string, events: readonly Proposed[]): number {
    const created = Date.now();
    this.journal?.write({ kind: 'added', stream, events, created });
    const position = this.take(stream, events, created);
    this.appended.emit('appended');
    return position;
  }

  /** Closes a stream for ever. */
  tombstone(stream: string, id: string): number {
    const created = Date.now();
    this.journal?.write({ kind: 'tombstoned', stream, id, created });
    const position = this.close(stream, id, created);
    this.appended.emit('appended');
    return position;
  }

  /** Calls back after every append until the returned function is called. */
  onAppended(listener: () => void): () => void {
    this.appended.on('appended', listener);
    return () => this.appended.off('appended', listener);
  }

  /** Index of the first record at or after a position. */
  indexOf(position: number): number {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.records[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private take(stream: string, events: readonly Proposed[], created: number): number {
    const already = this.streams.get(stream) ?? [];
    const recordOfNone = this.end;
    for (const event of events) already.push(this.record(stream, event, already.length, created));
    if (events.length === 0) this.end += RECORD_OVERHEAD;
    else this.streams.set(stream, already);
    return events.length === 0 ? recordOfNone : (already.at(-1)?.position ?? recordOfNone);
  }

  private close(stream: string, id: string, created: number): number {
    this.tombstones.add(stream);
    const none = new Uint8Array();
    const event = { id, type: '$streamDeleted', isJson: false, data: none, customMetadata: none };
    return this.record(stream, event, TOMBSTONE_REVISION, created).position;
  }

  private record(stream: string, event: Proposed, revision: number, created: number): Recorded {
    const recorded = { ...event, stream, revision, position: this.end, created };
    this.end += RECORD_OVERHEAD + event.data.length + event.customMetadata.length;
    this.records.push(recorded);
    this.lastById.set(event.id, recorded);
    return recorded;
  }
}
