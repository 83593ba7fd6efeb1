import { notRun } from '@docket/kernel/testing';
import type { JobQueue } from '@docket/kernel';
import { randomUUID } from 'node:crypto';
import { openBullMqJobs } from '..';
import { describeJobQueue, type JobsHarness } from '../job-queue.contract';
import { forgetJobs } from '../testing';
import { relayTo, type Relay } from './relay.scenes';

const openHarness = async (url: string): Promise<JobsHarness> => {
  const installation = `t${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const opened: JobQueue[] = [];
  const relays: Relay[] = [];
  const open = async (): Promise<JobQueue> => {
    const relay = await relayTo(url);
    relays.push(relay);
    const jobs = await openBullMqJobs({ url: relay.url, installation, lockMs: 400 });
    opened.push(jobs);
    return jobs;
  };
  return {
    jobs: await open(),
    another: open,
    afterKill: async () => {
      relays[0]?.cut();
      return open();
    },
    dispose: async () => {
      await Promise.all(opened.map((jobs) => jobs.close(0)));
      for (const relay of relays) relay.cut();
      await forgetJobs(url, installation);
    },
  };
};

const url = process.env.TEST_REDIS_URL;
if (url) describeJobQueue('BullMQ', () => openHarness(url));
else if ((process.env.REQUIRE_SERVERS ?? '').split(',').includes('redis'))
  throw new Error('REQUIRE_SERVERS names redis, but TEST_REDIS_URL is not set.');
else notRun('the job queue on BullMQ', 'TEST_REDIS_URL is not set');
