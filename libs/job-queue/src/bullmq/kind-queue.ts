import { JobsUnavailable, type DeadJob, type JobCounts, type JobState, type Json } from '@docket/kernel';
import { Job, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { AddBatch } from './add-batch';
import { begunAnew, chance, idOf, lastError, nameOf, spentAttempts, type JobSlip } from './job-slip';
import { note, takeNote, type NoteKeys } from './redis-scripts';

/** BullMQ's score of a delayed job: its instant in milliseconds, with 12 bits to tell apart those of one millisecond. */
const SCORE = 0x1000;

/** The key of the list of all kinds of an installation. */
export const kindsIn = (prefix: string): string => `${prefix}:kinds`;

/** How often a job that changes under our hands is looked at again. */
const MOST_LOOKS = 20;

/**
 * What BullMQ does with a job of ours by itself. Attempts are counted on our slip, since BullMQ counts a job that repeats or died
 * with its process in another way; its own are for what goes wrong between Redis and us.
 */
const JOB_OPTIONS = {
  attempts: 1_000_000_000,
  backoff: 1_000,
} as const;

type SlipJob = Job<JobSlip>;

const instantOf = (epoch: number): string => new Date(epoch).toISOString();

const progressOf = ({ progress, processedOn }: SlipJob): Pick<JobState, 'progress'> => {
  if (typeof progress !== 'object' || !('done' in progress)) return {};
  const { done, total, of } = progress as Readonly<{ done: number; total?: number; of?: number }>;
  return of === processedOn ? { progress: total === undefined ? { done } : { done, total } } : {};
};

/** The jobs of one kind: one queue of BullMQ's. What it throws is Redis' or BullMQ's own; who asks it puts that into words. */
export class KindQueue {
  private readonly queue: Queue<JobSlip>;
  private readonly adding: AddBatch;
  private readonly noteKeys: NoteKeys;
  private isKnown = false;

  constructor(
    readonly kind: string,
    private readonly prefix: string,
    private readonly client: Redis,
  ) {
    this.queue = new Queue<JobSlip>(kind, {
      prefix,
      connection: client,
      skipVersionCheck: true,
      skipMetasUpdate: true,
    }).on('error', () => undefined);
    this.adding = new AddBatch(this.queue);
    this.noteKeys = { notes: this.queue.toKey('docket-notes'), active: this.queue.toKey('active') };
  }

  /** Puts the kind on the list of all kinds. */
  async makeKnown(): Promise<void> {
    await this.client.sadd(kindsIn(this.prefix), this.kind);
    this.isKnown = true;
  }

  /** Keeps a job, or brings the one that is there forward; with an interval it repeats from then on. */
  async keep(id: string, { d, v }: Readonly<{ d: Json; v?: number }>, due: number): Promise<void> {
    if (!this.isKnown) await this.makeKnown();
    for (let look = 0; look < MOST_LOOKS; look++)
      if (await this.isKept(id, { n: chance(), d, ...(v === undefined ? {} : { v }) }, due)) return;
    throw new JobsUnavailable(`The job ${this.kind} "${id}" changes too fast to be changed.`);
  }

  async remove(id: string): Promise<boolean> {
    const isThere = (await this.client.exists(this.queue.toKey(nameOf(id)))) === 1;
    const removed = isThere && (await this.queue.remove(nameOf(id))) === 1;
    if (removed) await this.client.hdel(this.noteKeys.notes, nameOf(id));
    return removed;
  }

  async find(id: string, now: number): Promise<JobState | undefined> {
    const job: SlipJob | undefined = await this.queue.getJob(nameOf(id));
    if (job === undefined) return undefined;
    const error = lastError(job);
    const told = { attempts: spentAttempts(job), ...(error === undefined ? {} : { error }) };
    switch (await job.getState()) {
      case 'waiting':
        return { state: 'waiting', ...told };
      case 'active':
        return { state: 'running', ...told, attempts: told.attempts + 1, ...progressOf(job) };
      case 'failed':
        return { state: 'dead', ...told };
      case 'delayed':
        return { ...(await this.delayed(id, now)), ...told };
      default:
        return undefined;
    }
  }

  async dead(): Promise<readonly DeadJob[]> {
    const jobs: readonly SlipJob[] = await this.queue.getFailed(0, -1);
    return jobs.map((job) => ({
      kind: this.kind,
      id: idOf(job.id ?? ''),
      data: job.data.d,
      attempts: spentAttempts(job),
      error: lastError(job) ?? job.failedReason,
      diedAt: instantOf(job.finishedOn ?? 0),
    }));
  }

  async requeue(id: string): Promise<boolean> {
    const job: SlipJob | undefined = await this.queue.getJob(nameOf(id));
    if (job === undefined || !(await job.isFailed())) return false;
    await job.updateData(begunAnew(job));
    await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
    return true;
  }

  async discard(id: string): Promise<boolean> {
    const job: SlipJob | undefined = await this.queue.getJob(nameOf(id));
    return job !== undefined && (await job.isFailed()) && this.remove(id);
  }

  /** How many stand how; one that is due counts as waiting, whether or not BullMQ has noticed. */
  async counts(now: number): Promise<Pick<JobCounts, 'waiting' | 'delayed' | 'running' | 'dead'>> {
    const { wait, delayed, active, failed } = this.queue.keys;
    const [waiting, due, later, running, dead] = await Promise.all([
      this.client.llen(wait ?? ''),
      this.client.zcount(delayed ?? '', '-inf', `(${(now + 1) * SCORE}`),
      this.client.zcard(delayed ?? ''),
      this.client.llen(active ?? ''),
      this.client.zcard(failed ?? ''),
    ]);
    return { waiting: waiting + due, delayed: later - due, running, dead };
  }

  /** Keeps what was added while a job ran, once it runs no more. */
  async keepNoted(name: string): Promise<void> {
    const taken = await takeNote(this.client, this.noteKeys, name);
    if (taken) await this.keep(idOf(name), JSON.parse(taken.slip) as JobSlip, taken.due);
  }

  /** Keeps what was noted on jobs that are gone or dead: whoever ran them died before it could. */
  async keepForgotten(): Promise<void> {
    for (const name of await this.client.hkeys(this.noteKeys.notes)) {
      const state = await this.queue.getJobState(name);
      if (state !== 'active' && state !== 'delayed' && state !== 'waiting') await this.keepNoted(name);
    }
  }

  async close(): Promise<void> {
    await this.queue.close();
  }

  private async isKept(id: string, slip: JobSlip, due: number): Promise<boolean> {
    const name = nameOf(id);
    const timestamp = Date.now();
    const options = { ...JOB_OPTIONS, jobId: name, timestamp, delay: Math.max(0, due - timestamp) };
    const job = new Job<JobSlip>(this.queue, this.kind, slip, options, name);
    const settled = await this.adding.add(job, due);
    switch (settled) {
      case 'new':
        return true;
      case 'gone':
        return false;
      case 'dead':
        await this.queue.remove(name);
        return false;
      case 'runs':
        return this.isNoted(name, slip, due);
      case 'kept':
      case 'later':
        if (slip.v !== undefined) await this.repeatAs(name, slip);
        return settled === 'kept' || this.isBroughtForward(job, due);
    }
  }

  private isNoted(name: string, slip: JobSlip, due: number): Promise<boolean> {
    const repeats = slip.v !== undefined;
    return note(this.client, this.noteKeys, { name, due, slip: JSON.stringify(slip), repeats });
  }

  private async repeatAs(name: string, { d, v }: JobSlip): Promise<void> {
    const job: SlipJob | undefined = await this.queue.getJob(name);
    if (job === undefined) return;
    const isSame = job.data.v === v && JSON.stringify(job.data.d) === JSON.stringify(d);
    if (!isSame) await job.updateData({ ...job.data, d, ...(v === undefined ? {} : { v }) });
  }

  /** False when it is not delayed any more: then all is to be looked at again. */
  private async isBroughtForward(job: SlipJob, due: number): Promise<boolean> {
    try {
      await job.changeDelay(Math.max(0, due - Date.now()));
      return true;
    } catch (error) {
      const { code } = error as Readonly<{ code?: unknown }>;
      if (typeof code === 'number') return false;
      throw error;
    }
  }

  private async delayed(id: string, now: number): Promise<Pick<JobState, 'state' | 'due'>> {
    const score = await this.client.zscore(this.queue.keys.delayed ?? '', nameOf(id));
    const due = Math.floor(Number(score ?? 0) / SCORE);
    return due > now ? { state: 'delayed', due: instantOf(due) } : { state: 'waiting' };
  }
}
