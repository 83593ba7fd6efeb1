import {
  JobsUnavailable,
  NO_JOBS,
  type Clock,
  type DeadJob,
  type Instant,
  type Job,
  type JobCounts,
  type JobHandler,
  type JobQueue,
  type JobState,
  type JobWork,
  type RepeatedJob,
} from '@docket/kernel';
import { CommitUnknown, GroupCommit, NotCommitted, openDatabase, type Database } from '@docket/sqlite';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { checkInterval, checkJob, dueAt } from '../job-shape';
import { endsWithin, systemAlarm, type Alarm } from '../work/alarm';
import { GRACE_MS, workOf } from '../work/job-work';
import { Tally } from '../work/tally';
import { EmbeddedWorker } from './embedded-worker';
import { JobsTable } from './jobs-table';
import { Openers, type Opener } from './openers';

/** How the embedded queue is opened; clock and alarm are those of the machine unless a test has its own. */
export type EmbeddedJobsOptions = Readonly<{ file: string; clock: Clock; alarm?: Alarm }>;

const inWordsOfThePort = (error: unknown): unknown =>
  error instanceof NotCommitted || error instanceof CommitUnknown
    ? new JobsUnavailable(`The job queue cannot be written to: ${error.message}`, { cause: error })
    : error;

/** Jobs in one SQLite file, each durable when `add` returns, done by timers of this process. */
export class EmbeddedJobQueue implements JobQueue {
  private readonly commits: GroupCommit;
  private readonly openers: Openers;
  private readonly opener: Opener;
  private readonly tally = new Tally();
  private worker: EmbeddedWorker | undefined;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly table: JobsTable,
    private readonly clock: Clock,
    private readonly alarm: Alarm,
  ) {
    this.commits = new GroupCommit(database);
    this.openers = Openers.of(resolve(database.path));
    this.opener = { holder: randomUUID(), wake: () => this.worker?.wake() };
    this.openers.join(this.opener);
  }

  async add(job: Job, due?: Instant): Promise<void> {
    checkJob(job);
    const at = due === undefined ? this.now() : dueAt(due);
    await this.change(() => this.table.add(job, at));
  }

  async repeat({ everyMs, ...job }: RepeatedJob): Promise<void> {
    checkJob(job);
    checkInterval(everyMs);
    await this.change(() => this.table.repeat(job, everyMs, this.now()));
  }

  remove(kind: string, id: string): Promise<boolean> {
    return this.write(() => this.table.remove(kind, id));
  }

  async find(kind: string, id: string): Promise<JobState | undefined> {
    return this.read(() => this.table.find(kind, id, this.now()));
  }

  work(handlers: Readonly<Record<string, JobHandler>>, options?: JobWork): void {
    if (this.worker)
      throw new Error('This queue was asked to work before: all its handlers are given at once.');
    const work = workOf(handlers, options);
    const { table, clock, alarm, tally } = this;
    tally.begin([...work.handlers.keys()]);
    const place = {
      ...{ table, clock, alarm, tally },
      holder: this.opener.holder,
      living: () => this.openers.living(),
      write: <T>(work: () => T) => this.write(work),
    };
    this.worker = new EmbeddedWorker(place, work);
    this.worker.wake();
  }

  async dead(): Promise<readonly DeadJob[]> {
    return this.read(() => this.table.dead());
  }

  requeue(kind: string, id: string): Promise<boolean> {
    return this.change(() => this.table.requeue(kind, id, this.now()));
  }

  discard(kind: string, id: string): Promise<boolean> {
    return this.write(() => this.table.discard(kind, id));
  }

  async assertTakesJobs(): Promise<void> {
    this.assertOpen();
  }

  async counts(): Promise<Readonly<Record<string, JobCounts>>> {
    const counted = new Map<string, JobCounts>(
      this.tally.kinds().map((kind) => [kind, { ...NO_JOBS, ...this.tally.of(kind) }]),
    );
    for (const { kind, state, count } of this.read(() => this.table.counts(this.now())))
      counted.set(kind, { ...(counted.get(kind) ?? NO_JOBS), [state]: count });
    return Object.fromEntries([...counted].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  close(graceMs = GRACE_MS): Promise<void> {
    this.closing ??= this.closeWithin(graceMs);
    return this.closing;
  }

  private async closeWithin(graceMs: number): Promise<void> {
    if (this.worker) await this.stop(this.worker, graceMs);
    this.letGo();
    this.openers.wake();
  }

  private async stop(worker: EmbeddedWorker, graceMs: number): Promise<void> {
    const drained = worker.drained();
    if (!(await endsWithin(graceMs, drained, this.alarm))) worker.giveUp();
    await endsWithin(1_000, drained, this.alarm);
    worker.end();
  }

  /** Ends without a word, as a kill would: what it runs is found by the others. */
  private letGo(): void {
    this.openers.leave(this.opener);
    this.commits.drain();
    this.database.close();
  }

  /** A change after which there may be something to do. */
  private async change<T>(work: () => T): Promise<T> {
    const changed = await this.write(work);
    this.openers.wake();
    return changed;
  }

  private async write<T>(work: () => T): Promise<T> {
    this.assertOpen();
    return this.commits.submit(work).catch((error: unknown) => {
      throw inWordsOfThePort(error);
    });
  }

  private read<T>(work: () => T): T {
    this.assertOpen();
    return work();
  }

  private assertOpen(): void {
    if (!this.database.isOpen) throw new JobsUnavailable('The job queue is closed.');
  }

  private now(): number {
    return Date.parse(this.clock.now());
  }
}

/**
 * Opens the queue in `file`, making it when missing. The caller owns its folder: whatever another process ran in it is run
 * again. @throws UnsafeDatabase
 */
export const openEmbeddedJobs = async ({
  file,
  clock,
  alarm = systemAlarm,
}: EmbeddedJobsOptions): Promise<EmbeddedJobQueue> => {
  const database = openDatabase(file);
  try {
    return new EmbeddedJobQueue(database, new JobsTable(database), clock, alarm);
  } catch (error) {
    database.close();
    throw error;
  }
};
