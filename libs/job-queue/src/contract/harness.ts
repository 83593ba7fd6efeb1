import type { Job, JobHandler, JobQueue, JobWork, RunningJob } from '@docket/kernel';

/** Jobs to test, none at first. */
export type JobsHarness = Readonly<{
  jobs: JobQueue;
  /** Another process on the same jobs, beside the first. */
  another: () => Promise<JobQueue>;
  /** The next process, after the first was killed. */
  afterKill: () => Promise<JobQueue>;
  /** Closes and forgets all. */
  dispose: () => Promise<void>;
}>;

/** Opens jobs of their own for one test. */
export type OpenJobs = () => Promise<JobsHarness>;

const LONGEST_WAIT_MS = 20_000;

/** Waits until something is so; fails when it does not become so. */
export const until = async (what: string, isSo: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + LONGEST_WAIT_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** What a handler saw of one run. */
export type Run = Readonly<{ job: Job; attempt: number; at: number }>;

/** Does jobs and notes each run; `handle` may fail or wait. */
export class Doer {
  readonly runs: Run[] = [];
  readonly told: string[] = [];

  constructor(private readonly handle: (job: RunningJob) => Promise<void> = async () => undefined) {}

  readonly handler: JobHandler = async (job) => {
    this.runs.push({
      job: { kind: job.kind, id: job.id, data: job.data },
      attempt: job.attempt,
      at: Date.now(),
    });
    await this.handle(job);
  };

  /** Quick retries, so that a test waits for none. */
  work(jobs: JobQueue, kinds: readonly string[] = ['chase'], options: JobWork = {}): void {
    jobs.work(Object.fromEntries(kinds.map((kind) => [kind, this.handler])), {
      firstPauseMs: 20,
      onTrouble: (what) => this.told.push(what),
      ...options,
    });
  }

  ids(): readonly string[] {
    return this.runs.map(({ job }) => job.id);
  }

  times(id: string): number {
    return this.ids().filter((one) => one === id).length;
  }

  async hasDone(id: string, times = 1): Promise<void> {
    await until(`${id} is done ${times} times`, () => this.times(id) >= times);
  }
}

/** A job of the kind that these tests do. */
export const chase = (id: string, data: Job['data'] = {}): Job => ({ kind: 'chase', id, data });

/** An instant so many milliseconds from now. */
export const inMs = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

/** What was found for an instant, where it is that instant or up to five milliseconds later; else the instant. */
export const notLongAfter = (due: string, found: string | undefined): string => {
  const late = Date.parse(found ?? '') - Date.parse(due);
  return found !== undefined && late >= 0 && late <= 5 ? found : due;
};

/** A handler that goes on until it is let go. */
export const holding = () => {
  const begun = Promise.withResolvers<RunningJob>();
  const held = Promise.withResolvers<void>();
  const handle = async (job: RunningJob): Promise<void> => {
    begun.resolve(job);
    await held.promise;
  };
  return { begun: begun.promise, letGo: held.resolve, fail: held.reject, handle };
};

/** Does one more job, after which whatever was due before it has begun. One at a time only. */
export const thenNothingElse = async (jobs: JobQueue, doer: Doer): Promise<void> => {
  await jobs.add(chase('last'));
  await doer.hasDone('last');
};
