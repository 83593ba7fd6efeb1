import { JobsUnavailable, type JobQueue } from '@docket/kernel';
import type { JobsStatus } from './system';

/** How the job queue stands. */
export const jobsStatus = async (jobs: Pick<JobQueue, 'counts'>): Promise<JobsStatus> => {
  try {
    const counts = Object.values(await jobs.counts());
    return { state: 'answering', dead: counts.reduce((sum, { dead }) => sum + dead, 0) };
  } catch (error) {
    if (error instanceof JobsUnavailable) return { state: 'unavailable' };
    throw error;
  }
};
