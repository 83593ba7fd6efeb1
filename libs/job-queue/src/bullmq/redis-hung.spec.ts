import { notRun } from '@docket/kernel/testing';
import type { JobQueue } from '@docket/kernel';
import { openBullMqJobs } from '..';
import { chase, Doer, until } from '../job-queue.contract';
import { hasRedisServer, startOwnRedis, type OwnRedis } from '../testing';

if (hasRedisServer())
  describe('a Redis that hangs under who works', () => {
    let redis: OwnRedis;
    let jobs: JobQueue;
    beforeEach(async () => {
      redis = await startOwnRedis();
      jobs = await openBullMqJobs({ url: redis.url, installation: 'docket', lookMs: 50 });
    });
    afterEach(async () => {
      redis.thaw();
      await jobs.close(0);
      await redis.dispose();
    });

    it('is told once, and once that it answers again, although no connection broke', async () => {
      const doer = new Doer();
      doer.work(jobs);
      await jobs.add(chase('one'));
      await doer.hasDone('one');
      redis.freeze();
      await until('that is told', () => doer.told.length > 0);
      redis.thaw();
      await until('that it is over is told', () => doer.told.length > 1);
      expect(doer.told).toEqual([
        `the job queue, Redis at ${redis.url}, does not answer`,
        `the job queue, Redis at ${redis.url}, answers again`,
      ]);
    });
  });
else notRun('a Redis that is hung', 'there is no redis-server on this machine: install redis-server');
