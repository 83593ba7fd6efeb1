import type { DeadJob, JobCounts } from '@docket/kernel';

/** The last that died first. */
export const byDeath = (a: DeadJob, b: DeadJob): number =>
  a.diedAt === b.diedAt ? (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1) : a.diedAt > b.diedAt ? -1 : 1;

/** Whether there is no job of a kind, and none was done or failed. */
export const isNothing = (counts: JobCounts): boolean => Object.values(counts).every((count) => count === 0);
