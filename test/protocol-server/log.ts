import { EventEmitter } from 'node:events';

/** An event as a client proposes it. */
export type Proposed = Readonly<{
  id: string;
  type: string;
  isJson: boolean;
  data: Uint8Array;
  customMetadata: Uint8Array;
}>;

/** An event as the log holds it; `position` is both its commit and its prepare position, as in a real log since version 5. */
export type Recorded = Proposed &
  Readonly<{ stream: string; revision: number; position: number; created: number }>;

/** The revision a real server gives the record of a tombstone: the largest there is. */
export const TOMBSTONE_REVISION = Number.MAX_SAFE_INTEGER;

const RECORD_OVERHEAD = 100;

/** The one log of a server: every record in order, and the streams that they form. In memory; it outlives a restart of the server. */
export class Log {
  readonly records: Recorded[] = [];
  private readonly streams = new Map<string, Recorded[]>();
  private readonly lastById = new Map<string, Recorded>();
  private readonly tombstones = new Set<string>();
  private readonly appended = new EventEmitter().setMaxListeners(0);
  private end = 0;

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

  /** Adds events to a stream and returns its last one, or only moves the end when there are none. */
  add(stream: string, events: readonly Proposed[]): number {
    const already = this.streams.get(stream) ?? [];
    const recordOfNone = this.end;
    for (const event of events) already.push(this.record(stream, event, already.length));
    if (events.length === 0) this.end += RECORD_OVERHEAD;
    else this.streams.set(stream, already);
    this.appended.emit('appended');
    return events.length === 0 ? recordOfNone : (already.at(-1)?.position ?? recordOfNone);
  }

  /** Closes a stream for ever. */
  tombstone(stream: string, id: string): number {
    this.tombstones.add(stream);
    const none = new Uint8Array();
    const event = { id, type: '$streamDeleted', isJson: false, data: none, customMetadata: none };
    const { position } = this.record(stream, event, TOMBSTONE_REVISION);
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

  private record(stream: string, event: Proposed, revision: number): Recorded {
    const recorded = { ...event, stream, revision, position: this.end, created: Date.now() };
    this.end += RECORD_OVERHEAD + event.data.length + event.customMetadata.length;
    this.records.push(recorded);
    this.lastById.set(event.id, recorded);
    return recorded;
  }
}
