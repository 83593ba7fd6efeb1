import type { Json } from './json';
import type { Instant } from './time';

/** What is to be done: of `kind` and `id` at most one waits or runs at a time. */
export type Job = Readonly<{
  /** Which handler does it: `close-ballot`; lower-case letters, digits and dashes. */
  kind: string;
  /** Names the job within its kind, any text up to 200 characters. */
  id: string;
  data: Json;
}>;

/**
 * Done again and again, the first time one interval from now, then one interval after it was done: what was missed is not made
 * up for. It is never given up: what fails is tried again after a pause that grows to the interval and no further.
 */
export type RepeatedJob = Job & Readonly<{ everyMs: number }>;

/** A job in the hands of its handler. */
export type RunningJob = Job &
  Readonly<{
    /** 1 at the first try. */
    attempt: number;
    /** Aborts when the queue closes and its grace is over: what goes on then is done again elsewhere. */
    signal: AbortSignal;
    /** Says how far it has come, for whoever watches. */
    progress(done: number, total?: number): Promise<void>;
  }>;

/** Does a job. It may be asked twice for the same one, and late: what it does in the log must be harmless to repeat. @throws to have it tried again */
export type JobHandler = (job: RunningJob) => Promise<void>;

/** A job that was given up after its last attempt; kept until somebody requeues or discards it. */
export type DeadJob = Job & Readonly<{ attempts: number; error: string; diedAt: Instant }>;

/** How a job stands; `undefined` once it was done or where there is none. */
export type JobState = Readonly<{
  state: 'waiting' | 'delayed' | 'running' | 'dead';
  attempts: number;
  /** When it may run next, for a delayed one. */
  due?: Instant;
  progress?: Readonly<{ done: number; total?: number }>;
  /** What its last attempt failed with, until one does not fail. */
  error?: string;
}>;

/** How many jobs of a kind stand how, and what this process has done of them since it opened the queue. */
export type JobCounts = Readonly<{
  waiting: number;
  delayed: number;
  running: number;
  dead: number;
  done: number;
  failedAttempts: number;
}>;

/** The counts of a kind of which there is nothing. */
export const NO_JOBS: JobCounts = {
  waiting: 0,
  delayed: 0,
  running: 0,
  dead: 0,
  done: 0,
  failedAttempts: 0,
};

/** The queue behind the jobs does not answer. Nothing depends on it but the moment: what is due stands in the log and is found again. */
export class JobsUnavailable extends Error {
  override readonly name = 'JobsUnavailable';
}

/** What was given is no job: a kind or an id of a wrong shape, data too large. Nothing was kept. */
export class JobRefused extends Error {
  override readonly name = 'JobRefused';
}

/**
 * Wakes us up; it is never the truth. A job may run late or twice, never silently not at all while the queue keeps its data: it
 * ends done, or dead and listed. Every adapter passes `describeJobQueue`; what that suite does not assert is not promised.
 */
export interface JobQueue {
  /**
   * Keeps a job until it is done, from `due` on (an instant; at once without). While one of that kind and id waits, the earlier instant
   * counts and the rest stays as it was; while it runs, it runs once more afterwards; a dead one is tried anew. @throws JobsUnavailable | JobRefused
   */
  add(job: Job, due?: Instant): Promise<void>;
  /**
   * Keeps a job that is done every so many milliseconds; said again, the interval and the data said last count, and it is due no
   * later than one interval from now. @throws JobsUnavailable | JobRefused
   */
  repeat(job: RepeatedJob): Promise<void>;
  /** Forgets a job or a repetition that does not run at the moment; true when there was one. @throws JobsUnavailable */
  remove(kind: string, id: string): Promise<boolean>;
  /** How one job stands. @throws JobsUnavailable */
  find(kind: string, id: string): Promise<JobState | undefined>;
  /**
   * Begins to do jobs of these kinds, in this process. Asked once. What fails is tried again after a growing pause, `attempts` times
   * in all; an attempt whose process died counts, one that was given back on closing does not.
   */
  work(handlers: Readonly<Record<string, JobHandler>>, options?: JobWork): void;
  /** The dead jobs, latest first. @throws JobsUnavailable */
  dead(): Promise<readonly DeadJob[]>;
  /** Gives a dead job all its attempts again; false when it is not dead. @throws JobsUnavailable */
  requeue(kind: string, id: string): Promise<boolean>;
  /** Forgets a dead job; false when it is not dead. @throws JobsUnavailable */
  discard(kind: string, id: string): Promise<boolean>;
  /** Whether it would keep a job now, found out by writing where that alone tells. @throws JobsUnavailable, which says why not */
  assertTakesJobs(): Promise<void>;
  /** By kind, of every kind there is a job of or that this process does. @throws JobsUnavailable */
  counts(): Promise<Readonly<Record<string, JobCounts>>>;
  /**
   * Takes no more jobs, waits for those under way as long as `graceMs` (10,000), aborts and gives back the rest, lets go: within
   * the grace and two seconds, whatever handlers and servers do. Closed before, it is the same closing.
   */
  close(graceMs?: number): Promise<void>;
}

/** How jobs are done. */
export type JobWork = Readonly<{
  /** So many of each kind at a time (4): a slow kind keeps no other waiting. */
  concurrency?: number;
  /** How often one job is tried (5). */
  attempts?: number;
  /** The pause before the second attempt in milliseconds (1,000); it doubles, up to an hour. */
  firstPauseMs?: number;
  /** Told of each failed attempt and of the queue's own trouble, and without an error that it is over. */
  onTrouble?: (what: string, error?: unknown) => void;
}>;
