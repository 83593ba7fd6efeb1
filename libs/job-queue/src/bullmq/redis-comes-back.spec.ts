import { openBullMqJobs } from '..';
import { Doer, until } from '../job-queue.contract';
import { hasRedisServer, startOwnRedis, type OwnRedis } from '../testing';

const describeReturn = (): void =>
  describe('a Redis that comes back', () => {
    let redis: OwnRedis;
    beforeEach(async () => {
      redis = await startOwnRedis();
    });
    afterEach(() => redis.dispose());

    it.each([
      [
        'set otherwise, and is told to throw jobs away',
        ['--maxmemory-policy', 'allkeys-lru'],
        'throws keys away',
      ],
      ['as a replica', ['--replicaof', '127.0.0.1 1'], 'is a replica, which takes no writes'],
    ])('%s: that is said, and work goes on', async (_, options, said) => {
      const notices: string[] = [];
      const doer = new Doer();
      const jobs = await openBullMqJobs({
        url: redis.url,
        installation: 'docket',
        onNotice: (notice) => notices.push(notice),
      });
      doer.work(jobs);
      await redis.kill();
      await until('it is noticed', () => doer.told.length > 0);
      expect(notices).toEqual([]);
      await redis.start(...options);
      await until('it is said', () => notices.length > 0);
      expect(notices).toEqual([expect.stringContaining(`Redis at ${redis.url} ${said}`)]);
      await jobs.close(0);
    });

    it('as it was: nothing is said', async () => {
      const notices: string[] = [];
      const doer = new Doer();
      const jobs = await openBullMqJobs({
        url: redis.url,
        installation: 'docket',
        onNotice: (notice) => notices.push(notice),
      });
      doer.work(jobs);
      await redis.kill();
      await until('it is noticed', () => doer.told.length > 0);
      await redis.start();
      await until('that it is back is told', () => doer.told.length > 1);
      expect(await jobs.counts()).toBeDefined();
      expect(notices).toEqual([]);
      await jobs.close(0);
    });
  });

if (hasRedisServer()) describeReturn();
else console.info('Redis not brought back: there is no redis-server on this machine.');
