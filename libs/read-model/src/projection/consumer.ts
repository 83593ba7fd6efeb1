import {
  comparePositions,
  type Batch,
  type Checkpoint,
  type Event,
  type EventStore,
  type Fence,
  type Numbered,
  type ReadModel,
  type Recorded,
  type StoredEvent,
} from '@docket/kernel';
import { Layouts } from '../build/table-layout';
import { Handlers, tablesOf, type AnyProjection, type TableChange } from './any-projection';
import { LatestRows } from './latest-rows';
import { Numbering } from './numbering';
import { EventNotApplied, LogDiffers } from './runner-errors';
import { StreamGuard } from './stream-guard';

/** What a consumer needs of an event store. */
export type Log = Pick<EventStore, 'subscribe' | 'read' | 'head'>;

/** What is projected from where to where. */
export type Projecting = Readonly<{
  store: Log;
  readModel: ReadModel;
  projections: readonly AnyProjection[];
  /** @throws when no codec knows the event */
  decode: (stored: StoredEvent) => Recorded<Event>;
  /** Under which lead batches are written, where others may project, too. */
  fence?: Fence;
}>;

type Prepared = Readonly<{ stored: StoredEvent; event: Recorded<Event>; changes: readonly TableChange[] }>;

/**
 * One unbroken run over the log: makes up batch after batch behind the checkpoint it found. While one is being written the next
 * is made up, on rows that are kept in memory; they are written in order, and after a failure none.
 */
export class Consumer {
  /** How far everything is written. */
  private at: Checkpoint;
  /** How far everything is made up, and written or being written. */
  private ahead: Checkpoint;
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly projecting: Projecting,
    found: Checkpoint,
    private readonly handlers: Handlers,
    private readonly numbering: Numbering,
    private readonly guard: StreamGuard,
    private readonly rows: LatestRows,
    private readonly onCommitted: (lines: readonly Numbered[]) => void,
  ) {
    this.at = found;
    this.ahead = found;
  }

  /** `onCommitted` is told the lines of every batch. @throws LogDiffers when the checkpoint is not of this log */
  static async open(
    projecting: Projecting,
    onCommitted: (lines: readonly Numbered[]) => void,
  ): Promise<Consumer> {
    const { readModel, projections } = projecting;
    const found = await readModel.checkpoint();
    const last = await lastOfBoth(projecting.store, readModel, found.number);
    const isFromStart = found.number === 0;
    return new Consumer(
      projecting,
      found,
      new Handlers(projections),
      Numbering.after(readModel, last),
      new StreamGuard(readModel, isFromStart),
      new LatestRows(new Layouts(tablesOf(projections)), isFromStart),
      onCommitted,
    );
  }

  /** How far everything is written. */
  get checkpoint(): Checkpoint {
    return this.at;
  }

  /** How far it has come, what is still being written included. */
  get reached(): Checkpoint {
    return this.ahead;
  }

  /**
   * Applies these events, but for those that it has reached before: they are repetitions. Everything is committed when this
   * resolves, or, where more is waiting (`isMore`), everything but these. What comes before an event that cannot be applied is
   * committed; then it throws. After that this consumer is not to be used any more.
   * @throws EventNotApplied | CheckpointMoved | Deposed | BuildReplaced | ReadModelUnavailable
   */
  async apply(events: readonly StoredEvent[], { isMore = false } = {}): Promise<void> {
    const fresh = this.withoutRepetitions(events);
    if (fresh.length > 0) {
      const { batch, failure } = await this.madeUp(fresh);
      await this.writing;
      this.write(batch);
      if (failure) {
        await this.writing;
        throw failure;
      }
    }
    if (isMore) return;
    await this.writing;
    this.rows.forget();
  }

  /** Resolves when nothing is being written any more. @throws what the last commit threw */
  settled(): Promise<void> {
    return this.writing;
  }

  private write(batch: Batch): void {
    const last = batch.numbers.at(-1);
    if (!last) return;
    this.ahead = { number: last.number, position: last.position };
    this.writing = this.commit(batch, this.ahead);
    // heard by whoever waits for it next
    this.writing.catch(() => undefined);
  }

  private async commit(batch: Batch, to: Checkpoint): Promise<void> {
    await this.projecting.readModel.commit(batch, this.projecting.fence);
    this.at = to;
    this.onCommitted(batch.numbers);
  }

  private withoutRepetitions(events: readonly StoredEvent[]): readonly StoredEvent[] {
    let reached = this.ahead.position;
    return events.filter(({ position }) => {
      if (reached !== undefined && comparePositions(position, reached) <= 0) return false;
      reached = position;
      return true;
    });
  }

  private async madeUp(events: readonly StoredEvent[]) {
    if (this.rows.areMany || this.guard.isFull) {
      await this.writing;
      this.rows.forget();
      this.guard.forget();
    }
    await this.guard.prepare(new Set(events.map(({ stream }) => stream)));
    const { prepared, failure } = this.prepare(events);
    const { batch, failure: second } = await this.batchOf(prepared);
    return { batch, failure: second ?? failure };
  }

  private prepare(events: readonly StoredEvent[]) {
    const prepared: Prepared[] = [];
    for (const stored of events)
      try {
        this.guard.check(stored);
        const event = this.projecting.decode(stored);
        this.guard.checkChain(stored, event.meta);
        prepared.push({ stored, event, changes: this.handlers.changesOf(event) });
      } catch (cause) {
        return { prepared, failure: notApplied(stored, this.ahead.number + prepared.length + 1, cause) };
      }
    return { prepared, failure: undefined };
  }

  private async batchOf(prepared: readonly Prepared[]) {
    const { readModel } = this.projecting;
    await this.numbering.prepare(prepared.flatMap(({ event }) => event.meta.portfolio ?? []));
    await this.rows.prepare(
      readModel,
      prepared.flatMap(({ changes }) => changes),
    );
    const after = this.ahead;
    const numbers: Numbered[] = [];
    const batch = (): Batch => ({ after, numbers, rows: this.rows.takeVersions() });
    for (const { stored, event, changes } of prepared)
      try {
        this.rows.apply(after.number + numbers.length + 1, changes);
        numbers.push(this.numbering.next(stored, event));
      } catch (cause) {
        return { batch: batch(), failure: notApplied(stored, after.number + numbers.length + 1, cause) };
      }
    return { batch: batch(), failure: undefined };
  }
}

/** What was thrown, without the full stop some messages end with. */
const sentence = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');

const notApplied = ({ type, stream, revision, position }: StoredEvent, number: number, cause: unknown) =>
  new EventNotApplied(
    `Event ${number} (${type}, ${stream}@${revision}, position ${position}) was not applied: ${sentence(cause)}.`,
    { cause },
  );

/** What the read model has numbered last, once the log was found to hold it. @throws LogDiffers */
const lastOfBoth = async (
  store: Log,
  readModel: ReadModel,
  number: number,
): Promise<Numbered | undefined> => {
  const last = number === 0 ? undefined : await readModel.numbered(number);
  if (last) await assertSameLog(store, last);
  return last;
};

/** Whoever reads a read model that another process keeps makes sure that it is of the log they write to. @throws LogDiffers */
export const assertOfThisLog = async (store: Log, readModel: ReadModel): Promise<void> => {
  const { number } = await readModel.checkpoint();
  await lastOfBoth(store, readModel, number);
};

const assertSameLog = async (store: Log, { number, stream, revision, eventId }: Numbered): Promise<void> => {
  const [found] = await store.read(stream, { from: revision, limit: 1 });
  if (found?.id !== eventId)
    throw new LogDiffers(
      `Number ${number} of the read model is event ${eventId}; the log has ${found ? found.id : 'nothing'} there. Rebuild the read model.`,
    );
};
