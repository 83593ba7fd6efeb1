import { notRun } from '@docket/kernel/testing';
import { Redis } from 'ioredis';
import { openBullMqJobs } from '..';
import { chase, Doer, until } from '../job-queue.contract';
import { hasRedisServer, startOwnRedis, type OwnRedis } from '../testing';

const describeLate = (): void =>
  describe('a Redis that was away at the start', () => {
    let redis: OwnRedis | undefined;
    const started = async (...options: readonly string[]): Promise<OwnRedis> =>
      (redis = await startOwnRedis(...options));
    afterEach(() => redis?.dispose());

    const openedWithout = async ({ url, kill }: OwnRedis) => {
      await kill();
      const notices: string[] = [];
      const jobs = await openBullMqJobs({
        ...{ url, installation: 'docket', evenAway: true, lookMs: 50 },
        onNotice: (one) => notices.push(one),
      });
      const doer = new Doer();
      doer.work(jobs);
      return { jobs, doer, notices };
    };

    it('is worked on once it is there; both are told once', async () => {
      const own = await started();
      const { jobs, doer, notices } = await openedWithout(own);
      await expect(jobs.add(chase('early'))).rejects.toThrow('it has not answered since the start');
      await own.start();
      await until('it takes jobs', () =>
        jobs.add(chase('one')).then(
          () => true,
          () => false,
        ),
      );
      await doer.hasDone('one');
      await jobs.close(0);
      expect([notices, doer.told]).toEqual([
        [
          expect.stringMatching(
            /does not answer \(connect ECONNREFUSED .+\): start it, or mend DOCKET_JOBS\. Jobs wait until it answers, /,
          ),
        ],
        [`the job queue, Redis at ${own.url}, answers again`],
      ]);
    });

    it('is not worked on while it throws keys away; mended, it is', async () => {
      const own = await started('--maxmemory-policy', 'allkeys-lru');
      const { jobs, doer } = await openedWithout(own);
      await own.start();
      await until('that is told', () => doer.told.length > 0);
      await expect(jobs.add(chase('one'))).rejects.toThrow('throws keys away when its memory is full');
      const client = new Redis(own.url);
      expect(await client.keys('*')).toEqual([]);
      await client.config('SET', 'maxmemory-policy', 'noeviction');
      await jobs.add(chase('one'));
      await doer.hasDone('one');
      await jobs.close(0);
      client.disconnect();
      expect(doer.told).toEqual([
        `the job queue, Redis at ${own.url}, is in trouble`,
        `the job queue, Redis at ${own.url}, answers again`,
      ]);
    });

    it('and never came keeps nobody from closing', async () => {
      const { jobs } = await openedWithout(await started());
      expect(await jobs.close()).toBeUndefined();
    });
  });

if (hasRedisServer()) describeLate();
else notRun('a Redis that comes late', 'there is no redis-server on this machine: install redis-server');
