import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  AppendRefused,
  comparePositions,
  MAX_APPEND_BYTES,
  PositionBeyondEnd,
  RevisionConflict,
  StoreUnavailable,
  type Appended,
  type EventStore,
  type EventToStore,
  type ExpectedRevision,
  type LogMessage,
  type Position,
  type StoredEvent,
} from '../event-store.port';
import { isUuid } from '../ids';

const revisionOf = (expected: ExpectedRevision): number => (expected === 'no-stream' ? -1 : expected);

/** The whole promise of the port in memory: for specs of the kernel, which may not choose an adapter. */
export class MemoryEventStore implements EventStore {
  private readonly log: StoredEvent[] = [];
  private readonly waiting = new Set<() => void>();
  private readonly id = randomUUID();
  private isOpen = true;

  constructor(readonly installation = 'docket') {}

  async logId(): Promise<string> {
    return this.id;
  }

  async append(
    stream: string,
    events: readonly EventToStore[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    this.check(stream, events, expected);
    await nextTurn();
    this.checkOpen();
    const before = revisionOf(expected);
    const present = this.log.filter((event) => event.stream === stream);
    if (present.length - 1 !== before) return this.repeated(present, events, before, expected, stream);
    const stored = events.map(({ id, type, bytes }, index) => ({
      ...{ id, type, bytes: Uint8Array.from(bytes), stream },
      revision: before + 1 + index,
      position: String(this.log.length + 1 + index),
    }));
    this.log.push(...stored);
    this.wake();
    return { revision: before + events.length, position: String(this.log.length) };
  }

  async read(
    stream: string,
    { from = 0, limit = Number.MAX_SAFE_INTEGER }: Readonly<{ from?: number; limit?: number }> = {},
  ): Promise<readonly StoredEvent[]> {
    await nextTurn();
    this.checkOpen();
    return this.log.filter((event) => event.stream === stream).slice(from, from + limit);
  }

  async head(): Promise<Position | undefined> {
    this.checkOpen();
    return this.log.at(-1)?.position;
  }

  async *subscribe({
    after = '0',
    signal,
  }: Readonly<{ after?: Position | undefined; signal: AbortSignal }>): AsyncGenerator<LogMessage> {
    if (comparePositions(after, String(this.log.length)) > 0)
      throw new PositionBeyondEnd(`Position ${after} is behind the end of this log.`);
    let next = Number(after);
    signal.addEventListener('abort', () => this.wake(), { once: true });
    while (!signal.aborted) {
      this.checkOpen();
      const event = this.log[next];
      if (event) yield { kind: 'event', event };
      else {
        yield { kind: 'caught-up' };
        if (this.log.length === next && !signal.aborted && this.isOpen)
          await new Promise<void>((resolve) => this.waiting.add(resolve));
        continue;
      }
      next += 1;
    }
  }

  async close(): Promise<void> {
    await nextTurn();
    this.isOpen = false;
    this.wake();
  }

  private repeated(
    present: readonly StoredEvent[],
    events: readonly EventToStore[],
    before: number,
    expected: ExpectedRevision,
    stream: string,
  ): Appended {
    const found = present.slice(before + 1, before + 1 + events.length);
    const last = found.at(-1);
    if (last && found.length === events.length && found.every(({ id }, index) => id === events[index]?.id))
      return { revision: last.revision, position: last.position };
    throw new RevisionConflict(stream, expected, present.length === 0 ? 'no-stream' : present.length - 1);
  }

  private check(stream: string, events: readonly EventToStore[], expected: ExpectedRevision): void {
    const isOurs = new RegExp(`^${this.installation}-[a-z][a-z0-9-]{0,39}-[0-9a-f-]{36}$`).test(stream);
    if (!isOurs || !isUuid(stream.slice(-36)) || stream.endsWith('\n'))
      throw new AppendRefused(`${stream} is no stream of ${this.installation}.`);
    if (expected !== 'no-stream' && !(Number.isSafeInteger(expected) && expected >= 0))
      throw new AppendRefused(`${expected} is no revision.`);
    const size = events.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
    if (events.length === 0 || size > MAX_APPEND_BYTES) throw new AppendRefused(`${size} bytes.`);
    if (new Set(events.map(({ id }) => id)).size < events.length) throw new AppendRefused('An id twice.');
    if (!events.every(({ id, type }) => isUuid(id) && /^[A-Za-z][A-Za-z0-9.-]{0,99}$/.test(type)))
      throw new AppendRefused('An id or a type is malformed.');
    this.checkOpen();
  }

  private checkOpen(): void {
    if (!this.isOpen) throw new StoreUnavailable('The store is closed.');
  }

  private wake(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
