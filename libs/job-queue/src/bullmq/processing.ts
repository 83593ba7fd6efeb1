import type { JobHandler } from '@docket/kernel';
import { DelayedError, UnrecoverableError, WaitingError, type Job } from 'bullmq';
import { checkProgress } from '../job-shape';
import { failureText } from '../work/failure-text';
import { DIED, type Work } from '../work/job-work';
import { retryPause } from '../work/retry-pause';
import type { Tally } from '../work/tally';
import { UnderWay } from '../work/under-way';
import { afterFailure, begunAnew, idOf, lastError, spentAttempts, type JobSlip } from './job-slip';

type SlipJob = Job<JobSlip>;

/** Keeps what was added to a job while it ran. */
export type KeepNoted = (kind: string, name: string) => Promise<void>;

/**
 * Does one job for BullMQ and tells it by what is thrown how to go on: nothing, done; `DelayedError`, it waits (again);
 * `WaitingError`, it was given back; `UnrecoverableError`, it is dead.
 */
export class Processing {
  readonly underWay = new UnderWay();
  /** What is taken when the queue closes is given back. */
  begin: 'all' | 'nothing' = 'all';

  constructor(
    private readonly work: Work,
    private readonly tally: Tally,
    private readonly keepNoted: KeepNoted,
  ) {}

  async process(kind: string, job: SlipJob, token: string): Promise<void> {
    const handler = this.work.handlers.get(kind);
    if (handler === undefined) throw new UnrecoverableError(`Nobody does jobs of the kind ${kind}.`);
    if (this.begin === 'nothing') return this.giveBack(job, token);
    if (this.isSpent(job)) return this.bury(job, lastError(job) ?? DIED);
    const ending = await this.underWay.attempt(this.running(kind, job), handler);
    switch (ending.how) {
      case 'done':
        return this.done(kind, job, token);
      case 'failed':
        return this.failed(kind, job, token, ending.error);
      case 'given-up':
        return this.giveBack(job, token);
    }
  }

  /** BullMQ has ended a job for good. */
  async ended(kind: string, name: string, how: 'done' | 'dead'): Promise<void> {
    if (how === 'done') this.tally.done(kind);
    await this.noted(kind, name);
  }

  private running(kind: string, job: SlipJob): Omit<Parameters<JobHandler>[0], 'signal'> {
    return {
      kind,
      id: idOf(job.id ?? ''),
      data: job.data.d,
      attempt: spentAttempts(job) + 1,
      progress: async (done, total) => {
        checkProgress(done, total);
        await job.updateProgress({ done, ...(total === undefined ? {} : { total }), of: job.processedOn });
      },
    };
  }

  private isSpent(job: SlipJob): boolean {
    return job.data.v === undefined && spentAttempts(job) >= this.work.attempts;
  }

  private async giveBack(job: SlipJob, token: string): Promise<never> {
    await job.moveToWait(token);
    throw new WaitingError();
  }

  private async bury(job: SlipJob, error: string): Promise<never> {
    await job.updateData({ ...job.data, e: error });
    throw new UnrecoverableError(error);
  }

  private async done(kind: string, job: SlipJob, token: string): Promise<void> {
    const { v } = job.data;
    if (v === undefined) return;
    await job.updateData(begunAnew(job));
    this.tally.done(kind);
    await this.waits(kind, job, token, v);
  }

  private async failed(kind: string, job: SlipJob, token: string, thrown: unknown): Promise<void> {
    const attempt = spentAttempts(job) + 1;
    const error = failureText(thrown);
    this.tally.failed(kind);
    this.work.onTrouble(`the job ${kind} "${idOf(job.id ?? '')}" failed in attempt ${attempt}`, thrown);
    await job.updateData(afterFailure(job, error));
    if (this.isSpent(job)) throw new UnrecoverableError(error);
    await this.waits(kind, job, token, retryPause(attempt, this.work.firstPauseMs, job.data.v));
  }

  private async waits(kind: string, job: SlipJob, token: string, pause: number): Promise<never> {
    await job.moveToDelayed(Date.now() + pause, token);
    if (job.data.v !== undefined) await this.noted(kind, job.id ?? '');
    throw new DelayedError();
  }

  /** What is not kept now is kept by the next look: a note stays until somebody takes it. */
  private async noted(kind: string, name: string): Promise<void> {
    await this.keepNoted(kind, name).catch(() => undefined);
  }
}
