import { JobsUnavailable, type JobQueue } from '@docket/kernel';
import { inTime, Silent } from './in-time';
import type { JobsStatus } from './system';

/** How the job queue stands, as far as it says so within `answerMs` (400). */
export const jobsStatus = async (jobs: Pick<JobQueue, 'counts'>, answerMs?: number): Promise<JobsStatus> => {
  try {
    const counts = Object.values(await inTime(() => jobs.counts(), answerMs));
    return { state: 'answering', dead: counts.reduce((sum, { dead }) => sum + dead, 0) };
  } catch (error) {
    if (error instanceof JobsUnavailable || error instanceof Silent) return { state: 'unavailable' };
    throw error;
  }
};
