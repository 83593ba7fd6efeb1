import { openEmbeddedJobs } from '@docket/job-queue';
import { join } from 'node:path';

const clock = {
  now: () => new Date().toISOString(),
  elapsed: () => performance.now(),
  pause: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
};

/** Leaves a job of the kind `chase` in a data folder that failed in its only attempt. */
export const leaveDeadJob = async (folder: string, id: string): Promise<void> => {
  const jobs = await openEmbeddedJobs({ file: join(folder, 'jobs.sqlite'), clock });
  jobs.work({ chase: async () => Promise.reject(new Error('nobody there')) }, { attempts: 1 });
  await jobs.add({ kind: 'chase', id, data: { whom: 'p-bea' } });
  for (const end = clock.now(); (await jobs.dead()).length === 0; await clock.pause(5))
    if (Date.now() > Date.parse(end) + 20_000) throw new Error('The job did not die.');
  await jobs.close();
};
