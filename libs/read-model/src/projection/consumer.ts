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
import { changesOf, tablesOf, type AnyProjection, type TableChange } from './any-projection';
import { BatchRows } from './batch-rows';
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

/** One unbroken run over the log: applies batch after batch behind the checkpoint it found. */
export class Consumer {
  private constructor(
    private readonly projecting: Projecting,
    private at: Checkpoint,
    private readonly numbering: Numbering,
    private readonly guard: StreamGuard,
    private readonly layouts: Layouts,
    private readonly onCommitted: (lines: readonly Numbered[]) => void,
  ) {}

  /** `onCommitted` is told the lines of every batch. @throws LogDiffers when the checkpoint is not of this log */
  static async open(
    projecting: Projecting,
    onCommitted: (lines: readonly Numbered[]) => void,
  ): Promise<Consumer> {
    const { readModel, projections } = projecting;
    const at = await readModel.checkpoint();
    const last = await lastOfBoth(projecting.store, readModel, at.number);
    const layouts = new Layouts(tablesOf(projections));
    return new Consumer(
      projecting,
      at,
      Numbering.after(readModel, last),
      new StreamGuard(readModel, at.number === 0),
      layouts,
      onCommitted,
    );
  }

  get checkpoint(): Checkpoint {
    return this.at;
  }

  /**
   * Applies and commits these events, but for those at or before the checkpoint: they are repetitions. What comes before an
   * event that cannot be applied is committed; then it throws.
   * @throws EventNotApplied | CheckpointMoved | Deposed | BuildReplaced | ReadModelUnavailable
   */
  async apply(events: readonly StoredEvent[]): Promise<void> {
    const fresh = this.withoutRepetitions(events);
    if (fresh.length === 0) return;
    await this.guard.prepare(new Set(fresh.map(({ stream }) => stream)));
    const { prepared, failure } = this.prepare(fresh);
    const { batch, failure: second } = await this.batchOf(prepared);
    const last = batch.numbers.at(-1);
    if (last) {
      await this.projecting.readModel.commit(batch, this.projecting.fence);
      this.at = { number: last.number, position: last.position };
      this.onCommitted(batch.numbers);
    }
    if (second ?? failure) throw second ?? failure;
  }

  private withoutRepetitions(events: readonly StoredEvent[]): readonly StoredEvent[] {
    let reached = this.at.position;
    return events.filter(({ position }) => {
      if (reached !== undefined && comparePositions(position, reached) <= 0) return false;
      reached = position;
      return true;
    });
  }

  private prepare(events: readonly StoredEvent[]) {
    const prepared: Prepared[] = [];
    for (const stored of events)
      try {
        this.guard.check(stored);
        const event = this.projecting.decode(stored);
        this.guard.checkChain(stored, event.meta);
        prepared.push({ stored, event, changes: changesOf(this.projecting.projections, event) });
      } catch (cause) {
        return { prepared, failure: notApplied(stored, this.at.number + prepared.length + 1, cause) };
      }
    return { prepared, failure: undefined };
  }

  private async batchOf(prepared: readonly Prepared[]) {
    const rows = new BatchRows(this.layouts);
    const portfolios = prepared.flatMap(({ event }) => event.meta.portfolio ?? []);
    await this.numbering.prepare(portfolios);
    await rows.prepare(
      this.projecting.readModel,
      prepared.flatMap(({ changes }) => changes),
    );
    const numbers: Numbered[] = [];
    const batch = (): Batch => ({ after: this.at, numbers, rows: rows.versions() });
    for (const { stored, event, changes } of prepared)
      try {
        rows.apply(this.at.number + numbers.length + 1, changes);
        numbers.push(this.numbering.next(stored, event));
      } catch (cause) {
        return { batch: batch(), failure: notApplied(stored, this.at.number + numbers.length + 1, cause) };
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
