import { setTimeout as pause } from 'node:timers/promises';
import {
  CheckpointMoved,
  ReadModelGone,
  StoreUnavailable,
  Turns,
  type Checkpoint,
  type Numbered,
  type Position,
} from '@docket/kernel';
import { Consumer, type Projecting } from './consumer';
import { Inbox } from './inbox';
import { isOutage, isReplaced, ToldOutage } from './outage';
import { hasReached, stoppedBy, Waiters } from './waiters';

/** Told after every batch that was committed: for progress bars and live updates. */
export type Progress = Readonly<{
  /** The number reached. */
  number: number;
  /** The lines of this batch. */
  lines: readonly Numbered[];
}>;

export type RunnerOptions = Projecting &
  Readonly<{
    /** Most events in one transaction (500). */
    batchSize?: number;
    /** How long it stands by while another consumer writes, in milliseconds (5,000); also its longest pause in an outage. */
    longestPause?: number;
    onBatch?: (progress: Progress) => void;
    /** Told why it stopped by itself: somebody has to look. */
    onStopped?: (error: unknown) => void;
    /** Makes the tables anew that somebody dropped under it; without it, it stops there. */
    makeAnew?: () => Promise<unknown>;
    /** Told when it begins to wait something out, and when it goes on. */
    onOutage?: (error: unknown) => void;
    onRecovered?: () => void;
  }>;

export type RunnerStatus = Readonly<{
  state: 'starting' | 'catching-up' | 'live' | 'stopped';
  /** The number reached. */
  number: number;
  /** Why it stopped, or what it is waiting out. */
  error?: unknown;
}>;

/** Where a catch-up ends: at a number, or at the position that was the log's end when it began. */
type Goal = Readonly<{ upTo?: number; end?: Position }>;

const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/**
 * The one consumer of a build: reads the log from the checkpoint on, numbers the events, applies the projections and
 * commits rows, numbers and checkpoint together. What it cannot decode or apply stops it, loudly; it never skips.
 */
export class ProjectionRunner {
  private state: RunnerStatus['state'] = 'starting';
  private error: unknown;
  private at: Checkpoint = { number: 0, position: undefined };
  /** Whether something was done to the build since the consumer found its checkpoint. */
  private isOutdated = false;
  /** Whether the tables of the read model were found to be gone, and are to be made anew. */
  private isGone = false;
  private consumer: Consumer | undefined;
  private failures = 0;
  private readonly told = new ToldOutage();
  private following: Promise<void> | undefined;
  private readonly waiters = new Waiters();
  private readonly turns = new Turns();
  private readonly stopping = new AbortController();

  constructor(private readonly options: RunnerOptions) {}

  /** Begins to follow the log until `stop()`. Outages are waited out; what stops it otherwise is told by `status()`. */
  start(): void {
    this.following ??= this.follow();
  }

  /**
   * Applies what is in the log by now, or exactly the events up to number `upTo`, and ends.
   * Not on a runner that was started. @throws EventNotApplied | LogDiffers | CheckpointMoved | BuildReplaced | ReadModelUnavailable | StoreUnavailable
   */
  async catchUp({ upTo }: Readonly<{ upTo?: number }> = {}): Promise<Checkpoint> {
    if (this.following) throw new Error('A runner that follows the log cannot also catch up and end.');
    try {
      const consumer = await this.opened();
      const end = upTo === undefined ? await this.options.store.head() : undefined;
      if (upTo !== undefined || end !== undefined) await this.consume(consumer, { upTo, end });
    } catch (error) {
      this.error = error;
      throw error;
    } finally {
      this.state = 'stopped';
    }
    return this.at;
  }

  status(): RunnerStatus {
    const { state, at, error } = this;
    return { state, number: at.number, ...(error === undefined ? {} : { error }) };
  }

  /** Resolves when what was written at `position` can be read. @throws ReadModelBehind | ProjectionsStopped */
  async waitFor(position: Position, milliseconds: number): Promise<void> {
    if (hasReached(this.at, position)) return;
    if (this.state === 'stopped') throw stoppedBy(this.error);
    await this.waiters.wait(position, milliseconds);
  }

  /** Ends after the batch under way; resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following;
    this.state = 'stopped';
  }

  /** Runs `work` between two batches: nothing is committed by this runner meanwhile, and afterwards it looks anew where it stands. */
  whileHeld<T>(work: () => Promise<T>): Promise<T> {
    return this.turns.run('batches', async () => {
      // whoever follows the log hears what became of it
      await this.consumer?.settled().catch(() => undefined);
      try {
        return await work();
      } finally {
        this.isOutdated = true;
      }
    });
  }

  private async follow(): Promise<void> {
    try {
      while (!this.stopping.signal.aborted) await this.followUntilOutage();
    } catch (error) {
      this.error = error;
      this.options.onStopped?.(error);
    } finally {
      this.state = 'stopped';
      this.waiters.stopped(stoppedBy(this.error));
    }
  }

  /**
   * After an outage the checkpoint is read anew: it tells whether the last commit was done, and in which build. Where another
   * consumer wrote, this one stands by, and goes on from that one's checkpoint when nothing comes from it any more.
   */
  private async followUntilOutage(): Promise<void> {
    let consumer: Consumer | undefined;
    try {
      consumer = await this.opened();
      await this.consume(consumer);
    } catch (error) {
      const isGone = error instanceof ReadModelGone && this.options.makeAnew !== undefined;
      const isMovedOn = isReplaced(error) && consumer !== undefined;
      if (!isGone && !isMovedOn && !isOutage(error) && !(error instanceof CheckpointMoved)) throw error;
      if (!isMovedOn && this.told.isNews(error)) this.options.onOutage?.(error);
      this.isGone ||= isGone;
      this.error = error;
      this.state = 'catching-up';
      if (!isMovedOn) await this.waitOut(this.pauseAfter(error));
    }
  }

  /** Whoever stands by looks again once a while: two that race would only be in each other's way. */
  private pauseAfter(error: unknown): number {
    const { longestPause = LONGEST_PAUSE } = this.options;
    const pauseNow = Math.min(FIRST_PAUSE * 2 ** this.failures++, longestPause);
    return error instanceof CheckpointMoved ? longestPause : pauseNow;
  }

  private async waitOut(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  private async opened(): Promise<Consumer> {
    this.isOutdated = false;
    if (this.isGone) await this.options.makeAnew?.();
    this.isGone = false;
    const consumer = await Consumer.open(this.options, (lines) => this.committed(lines));
    this.consumer = consumer;
    this.reached(consumer.checkpoint);
    this.state = 'catching-up';
    return consumer;
  }

  /** Without a goal it goes on for ever; with one it ends there, at the latest when everything in the log was delivered. */
  private async consume(consumer: Consumer, goal?: Goal): Promise<void> {
    const { store, batchSize = 500 } = this.options;
    const ending = new AbortController();
    const signal = AbortSignal.any([ending.signal, this.stopping.signal]);
    const room = () => Math.min(batchSize, (goal?.upTo ?? Infinity) - consumer.reached.number);
    const isThere = () => room() <= 0 || (goal?.end !== undefined && hasReached(consumer.reached, goal.end));
    if (isThere()) return;
    const inbox = new Inbox(store.subscribe({ after: consumer.checkpoint.position, signal }), 2 * batchSize);
    try {
      while (!this.stopping.signal.aborted && !this.isOutdated && !isThere()) {
        const isCaughtUp = await this.step(consumer, inbox, room());
        if (isCaughtUp && goal) break;
      }
      await consumer.settled();
    } finally {
      ending.abort();
      await Promise.allSettled([inbox.close(), consumer.settled()]);
    }
  }

  /**
   * Takes one batch and applies it, or has it written meanwhile where more will come: whoever has not caught up yet knows that, even when
   * nothing waits just now. Tells whether everything in the log was delivered by then.
   */
  private async step(consumer: Consumer, inbox: Inbox, limit: number): Promise<boolean> {
    const { events, isCaughtUp, isEnded } = await inbox.take(limit);
    const isMore = !isCaughtUp && !isEnded && (this.state === 'catching-up' || !inbox.isEmpty);
    await this.turns.run('batches', async () => {
      if (!this.isOutdated) await consumer.apply(events, { isMore });
    });
    if (!isMore) this.works();
    if (isCaughtUp) this.state = 'live';
    if (isEnded && !this.stopping.signal.aborted)
      throw new StoreUnavailable('The subscription ended by itself.');
    return isCaughtUp;
  }

  /** What is being written has not come through yet: only what was written ends an outage. */
  private works(): void {
    if (this.failures > 0) this.options.onRecovered?.();
    this.error = undefined;
    this.failures = 0;
    this.told.isOver();
  }

  private committed(lines: readonly Numbered[]): void {
    const last = lines.at(-1);
    if (!last) return;
    this.works();
    this.reached({ number: last.number, position: last.position });
    this.options.onBatch?.({ number: last.number, lines });
  }

  private reached(checkpoint: Checkpoint): void {
    this.at = checkpoint;
    this.waiters.reached(checkpoint);
  }
}
