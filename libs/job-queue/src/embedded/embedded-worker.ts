import type { Clock } from '@docket/kernel';
import { checkProgress } from '../job-shape';
import type { Alarm } from '../work/alarm';
import { failureText } from '../work/failure-text';
import { LOOK_MS, type Work } from '../work/job-work';
import type { Tally } from '../work/tally';
import { UnderWay, type Ending } from '../work/under-way';
import type { JobsTable, Taken } from './jobs-table';

/** What the worker of an embedded queue stands on. */
export type EmbeddedPlace = Readonly<{
  table: JobsTable;
  /** Commits what is done to the table; refused while the disk does not take it. */
  write: <T>(work: () => T) => Promise<T>;
  clock: Clock;
  alarm: Alarm;
  holder: string;
  /** The holders of all queues that are open on this file. */
  living: () => readonly string[];
  tally: Tally;
}>;

/** After a write that failed, in milliseconds. */
const TRY_AGAIN_MS = 1_000;

type Look = Readonly<{ taken: readonly Taken[]; waitMs: number }>;

/** Does the jobs that are due: looks whenever something changed, when the next is due, and every minute. */
export class EmbeddedWorker {
  private readonly underWay = new UnderWay();
  private readonly attempts = new Set<Promise<void>>();
  private readonly running = new Map<string, number>();
  private cancelAlarm: () => void = () => undefined;
  private look: 'none' | 'under-way' | 'wanted-again' = 'none';
  private state: 'open' | 'ending' | 'ended' = 'open';
  private isInTrouble = false;

  constructor(
    private readonly place: EmbeddedPlace,
    private readonly work: Work,
  ) {}

  /** Looks now; asked while it looks, once more afterwards. */
  wake(): void {
    if (this.state !== 'open') return;
    if (this.look !== 'none') {
      this.look = 'wanted-again';
      return;
    }
    this.look = 'under-way';
    void this.lookNow().then((waitMs) => {
      const isWanted = this.look === 'wanted-again';
      this.look = 'none';
      if (isWanted) this.wake();
      else this.wakeAfter(waitMs);
    });
  }

  /** Takes no more, and resolves when the end of all that was under way is written. */
  async drained(): Promise<void> {
    this.state = 'ending';
    this.cancelAlarm();
    while (this.attempts.size > 0) await Promise.all(this.attempts);
  }

  /** Gives back what is under way. */
  giveUp(): void {
    this.underWay.giveUp();
  }

  /** Tries to write no longer. */
  end(): void {
    this.state = 'ended';
  }

  private wakeAfter(milliseconds: number): void {
    this.cancelAlarm();
    if (this.state === 'open')
      this.cancelAlarm = this.place.alarm(Math.min(Math.max(milliseconds, 0), LOOK_MS), () => this.wake());
  }

  private async lookNow(): Promise<number> {
    try {
      const { taken, waitMs } = await this.place.write(() => this.taken());
      this.recovered();
      for (const job of taken) this.begin(job);
      return waitMs;
    } catch (error) {
      this.inTrouble(error);
      return TRY_AGAIN_MS;
    }
  }

  private taken(): Look {
    const { table, living, holder } = this.place;
    const now = this.now();
    const kinds = [...this.work.handlers.keys()];
    if (this.state !== 'open') return { taken: [], waitMs: LOOK_MS };
    table.heedClock(now);
    table.release(living(), now);
    for (const kind of kinds) table.bury(kind, this.work.attempts, now);
    const taken = kinds.flatMap((kind) => table.take(kind, this.free(kind), now, holder));
    for (const { kind } of taken) this.running.set(kind, this.runningOf(kind) + 1);
    const dues = kinds.filter((kind) => this.free(kind) > 0).map((kind) => table.nextDue(kind) ?? Infinity);
    return { taken, waitMs: Math.min(...dues, Infinity) - now };
  }

  private begin(job: Taken): void {
    const attempt = this.attempt(job).finally(() => this.attempts.delete(attempt));
    this.attempts.add(attempt);
  }

  private async attempt(job: Taken): Promise<void> {
    const { table, holder } = this.place;
    const handler = this.work.handlers.get(job.kind);
    if (handler === undefined) return;
    const progress = async (done: number, total?: number): Promise<void> => {
      checkProgress(done, total);
      await this.place.write(() => table.progress(job, holder, done, total));
    };
    await this.ended(job, await this.underWay.attempt({ ...job, progress }, handler));
  }

  private async ended(job: Taken, ending: Ending): Promise<void> {
    const writing = this.written(() => this.write(job, ending));
    this.running.set(job.kind, this.runningOf(job.kind) - 1);
    this.wake();
    await writing;
  }

  private write(job: Taken, ending: Ending): void {
    const { table, holder, tally } = this.place;
    const now = this.now();
    switch (ending.how) {
      case 'done':
        table.done(job, holder, now);
        return tally.done(job.kind);
      case 'failed':
        table.failed(job, holder, failureText(ending.error), this.work, now);
        tally.failed(job.kind);
        return this.work.onTrouble(
          `the job ${job.kind} "${job.id}" failed in attempt ${job.attempt}`,
          ending.error,
        );
      case 'given-up':
        return table.giveBack(job, holder, now);
    }
  }

  /** Writes what must be written, as often as it takes, until the queue has closed: then the next who opens it finds the job. */
  private async written(work: () => void): Promise<void> {
    while (this.state !== 'ended') {
      try {
        await this.place.write(work);
        return this.recovered();
      } catch (error) {
        this.inTrouble(error);
        await new Promise<void>((resolve) => this.place.alarm(TRY_AGAIN_MS, resolve));
      }
    }
  }

  private inTrouble(error: unknown): void {
    if (!this.isInTrouble && this.state !== 'ended')
      this.work.onTrouble('the job queue cannot be written to; tried again every second', error);
    this.isInTrouble = true;
  }

  private recovered(): void {
    if (this.isInTrouble) this.work.onTrouble('the job queue can be written to again');
    this.isInTrouble = false;
  }

  private runningOf(kind: string): number {
    return this.running.get(kind) ?? 0;
  }

  private free(kind: string): number {
    return this.work.concurrency - this.runningOf(kind);
  }

  private now(): number {
    return Date.parse(this.place.clock.now());
  }
}
