import { notRun } from '@docket/kernel/testing';
import { Doer, until } from '../job-queue.contract';
import { hasRedisServer, startOwnRedis, type OwnRedis } from '../testing';
import { BullMqJobQueue } from './bullmq-jobs';
import { connectRedis, type RedisClients } from './redis-clients';

/** How long BullMQ pauses where Redis broke off, in milliseconds; the lock below has its rounds pause for less. */
const PAUSE_OF_BULLMQ_MS = 5_000;
const LOCK_MS = 8_000;

const describeReturn = (): void =>
  describe('a Redis that comes back', () => {
    let redis: OwnRedis;
    let clients: RedisClients;
    let jobs: BullMqJobQueue;
    let doer: Doer;
    let notices: string[];
    beforeEach(async () => {
      [doer, notices] = [new Doer(), []];
      redis = await startOwnRedis();
      ({ clients } = await connectRedis(redis.url));
      const onNotice = (notice: string): void => void notices.push(notice);
      jobs = new BullMqJobQueue(clients, {
        url: redis.url,
        installation: 'docket',
        lockMs: LOCK_MS,
        onNotice,
      });
      doer.work(jobs);
      await until('its jobs are done', async () => (await jobs.counts())['chase'] !== undefined);
    });
    afterEach(async () => {
      await jobs.close(0);
      await redis.dispose();
    });

    const isLost = async (): Promise<void> => {
      await redis.kill();
      await until('it is noticed', () => doer.told.length > 0);
      expect(notices).toEqual([]);
    };
    const isToldToBeBack = () => until('that it is back is told', () => doer.told.length > 1);

    it.each([
      [
        'set otherwise, and is told to throw jobs away',
        ['--maxmemory-policy', 'allkeys-lru'],
        'throws keys away',
      ],
      ['as a replica', ['--replicaof', '127.0.0.1 1'], 'is a replica, which takes no writes'],
    ])('%s: that is said, and work goes on', async (_, options, said) => {
      await isLost();
      await redis.start(...options);
      await until('it is said', () => notices.length > 0);
      expect(notices).toEqual([expect.stringContaining(`Redis at ${redis.url} ${said}`)]);
    });

    it('as it was: nothing is said', async () => {
      await isLost();
      await redis.start();
      await isToldToBeBack();
      expect(await jobs.counts()).toHaveProperty('chase');
      expect(notices).toEqual([]);
    });

    it('as it was: no pause was begun that closing does not end', async () => {
      const begun = jest.spyOn(globalThis, 'setTimeout');
      await isLost();
      await redis.start();
      await isToldToBeBack();
      await jobs.close(0);
      const pauses = begun.mock.calls.map(([, milliseconds]) => milliseconds);
      begun.mockRestore();
      expect(pauses).not.toContain(PAUSE_OF_BULLMQ_MS);
    });

    it('is not told to be back before it answers whoever asks, too', async () => {
      clients.asking.options.retryStrategy = () => 1_500;
      await isLost();
      await redis.start();
      await isToldToBeBack();
      expect(await jobs.counts()).toHaveProperty('chase');
    });
  });

if (hasRedisServer()) describeReturn();
else notRun('a Redis that comes back', 'there is no redis-server on this machine: install redis-server');
