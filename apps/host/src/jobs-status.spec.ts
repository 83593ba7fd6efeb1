import { openEmbeddedJobs, type EmbeddedJobQueue } from '@docket/job-queue';
import { JobsUnavailable } from '@docket/kernel';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from './clock';
import { jobsStatus } from './jobs-status';

const assertTakesJobs = async () => undefined;

describe('how the job queue stands', () => {
  let folder: string;
  let jobs: EmbeddedJobQueue;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-jobs-'));
    jobs = await openEmbeddedJobs({ file: join(folder, 'jobs.sqlite'), clock: systemClock });
  });
  afterEach(async () => {
    await jobs.close();
    rmSync(folder, { recursive: true });
  });

  it('counts what was given up, of every kind', async () => {
    expect(await jobsStatus(jobs)).toEqual({ state: 'answering', dead: 0 });
    const fails = async () => Promise.reject(new Error('no'));
    jobs.work({ chase: fails, remind: fails }, { attempts: 1 });
    for (const kind of ['chase', 'remind']) await jobs.add({ kind, id: 'one', data: null });
    for (const end = Date.now() + 10_000; (await jobs.dead()).length < 2 && Date.now() < end;)
      await systemClock.pause(5);
    expect(await jobsStatus(jobs)).toEqual({ state: 'answering', dead: 2 });
  });

  it('says when it does not answer', async () => {
    await jobs.close();
    expect(await jobsStatus(jobs)).toEqual({ state: 'unavailable', error: 'The job queue is closed.' });
  });

  it('is unavailable, with what would help, where it answers and would keep no job', async () => {
    const full = {
      counts: async () => ({}),
      assertTakesJobs: async () => Promise.reject(new JobsUnavailable('Full.')),
    };
    expect(await jobsStatus(full)).toEqual({ state: 'unavailable', error: 'Full.' });
  });

  it('waits for none that says nothing', async () => {
    const counts = () => new Promise<never>(() => undefined);
    expect(await jobsStatus({ counts, assertTakesJobs }, 20)).toEqual({ state: 'unavailable' });
  });

  it('hides no bug', async () => {
    const counts = () => Promise.reject(new TypeError('a bug'));
    await expect(jobsStatus({ counts, assertTakesJobs })).rejects.toThrow('a bug');
  });
});
