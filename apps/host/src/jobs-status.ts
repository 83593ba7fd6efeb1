import { JobsUnavailable, type JobQueue } from '@docket/kernel';
import { inTime, Silent } from './in-time';
import type { JobsStatus } from './system';

/** How the job queue stands, as far as it says so within `answerMs` (400): one that answers and would keep no job is no use. */
export const jobsStatus = async (
  jobs: Pick<JobQueue, 'counts' | 'assertTakesJobs'>,
  answerMs?: number,
): Promise<JobsStatus> => {
  const asked = () => Promise.all([jobs.counts(), jobs.assertTakesJobs()]);
  try {
    const [counts] = await inTime(asked, answerMs);
    return { state: 'answering', dead: Object.values(counts).reduce((sum, { dead }) => sum + dead, 0) };
  } catch (error) {
    if (error instanceof JobsUnavailable) return { state: 'unavailable', error: error.message };
    if (error instanceof Silent) return { state: 'unavailable' };
    throw error;
  }
};
