import type { JobHandler, JobWork } from '@docket/kernel';

/** What `work` was asked, with what was left out. */
export type Work = Readonly<{ handlers: ReadonlyMap<string, JobHandler> }> & Required<JobWork>;

/** What is asked of `work`, completed. */
export const workOf = (
  handlers: Readonly<Record<string, JobHandler>>,
  { concurrency = 4, attempts = 5, firstPauseMs = 1_000, onTrouble = () => undefined }: JobWork = {},
): Work => ({ handlers: new Map(Object.entries(handlers)), concurrency, attempts, firstPauseMs, onTrouble });

/** How long a job that is under way when the queue closes may go on, in milliseconds. */
export const GRACE_MS = 10_000;

/** How often what no timer tells of is looked after, in milliseconds: a changed clock, a forgotten repetition. */
export const LOOK_MS = 60_000;

/** What is told of an attempt that nobody ended. */
export const DIED = 'The process that did it ended before it was done.';
