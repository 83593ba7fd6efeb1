import type { JobHandler, RunningJob } from '@docket/kernel';

/** How an attempt ended: done, failed with what was thrown, or given up because the queue closes. */
export type Ending = Readonly<{ how: 'done' } | { how: 'failed'; error: unknown } | { how: 'given-up' }>;

/** The attempts under way in this process. */
export class UnderWay {
  /** How to give up each of them. */
  private readonly attempts = new Set<() => void>();

  /** Has a handler do a job. It settles when the handler does, or when all are given up; what a handler does after that counts for nothing. */
  async attempt(job: Omit<RunningJob, 'signal'>, handler: JobHandler): Promise<Ending> {
    const controller = new AbortController();
    const givenUp = Promise.withResolvers<Ending>();
    const done = this.handled({ ...job, signal: controller.signal }, handler);
    const giveUp = () => {
      givenUp.resolve({ how: 'given-up' });
      controller.abort(new Error('The job queue closes: this job is done again elsewhere.'));
    };
    this.attempts.add(giveUp);
    try {
      return await Promise.race([givenUp.promise, done]);
    } finally {
      this.attempts.delete(giveUp);
    }
  }

  /** Aborts all that is under way and goes on without it. */
  giveUp(): void {
    for (const giveUp of this.attempts) giveUp();
  }

  private async handled(job: RunningJob, handler: JobHandler): Promise<Ending> {
    try {
      await handler(job);
      return { how: 'done' };
    } catch (error) {
      return { how: 'failed', error };
    }
  }
}
