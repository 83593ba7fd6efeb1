import { openDatabase } from '@docket/sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobQueue } from '@docket/kernel';
import { openEmbeddedJobs } from '..';
import { describeJobQueue, type JobsHarness } from '../job-queue.contract';

const clock = {
  now: () => new Date().toISOString(),
  elapsed: () => performance.now(),
  pause: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
};

const openHarness = async (): Promise<JobsHarness> => {
  const folder = mkdtempSync(join(tmpdir(), 'docket-jobs-'));
  const file = join(folder, 'jobs.sqlite');
  const opened: JobQueue[] = [];
  const open = async (path = file) => {
    const jobs = await openEmbeddedJobs({ file: path, clock });
    opened.push(jobs);
    return jobs;
  };
  return {
    jobs: await open(),
    another: open,
    // what a killed process leaves: the file as it is, and nobody who knows of it
    afterKill: async () => {
      const left = join(folder, 'left.sqlite');
      const reader = openDatabase(file, { readOnly: true });
      await reader.backupTo(left);
      reader.close();
      return open(left);
    },
    dispose: async () => {
      await Promise.all(opened.map((jobs) => jobs.close(0)));
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

describeJobQueue('SQLite', openHarness);
