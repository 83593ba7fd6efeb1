import { JobsUnavailable, type JobQueue } from '@docket/kernel';
import { Redis } from 'ioredis';
import { openBullMqJobs } from '..';
import { chase, Doer, until } from '../job-queue.contract';
import { hasRedisServer, startOwnRedis, type OwnRedis } from '../testing';
import { unavailable } from './redis-checks';

const FULL = 'its memory is full. Give it more (maxmemory)';
const REPLICA = 'it is a replica, which takes no writes. Set DOCKET_JOBS to its primary';
const ALONE = 'it has fewer replicas than it asks for (min-replicas-to-write)';

describe('what a Redis says that keeps nothing', () => {
  it.each([
    ["OOM command not allowed when used memory > 'maxmemory'.", FULL],
    [
      "ERR Error running script: @user_script:7: OOM command not allowed when used memory > 'maxmemory'.",
      FULL,
    ],
    ["READONLY You can't write against a read only replica.", REPLICA],
    [
      'MISCONF Redis is configured to save RDB snapshots',
      'it cannot save what it holds, and takes nothing more.',
    ],
    ['NOREPLICAS Not enough good replicas to write.', ALONE],
  ])('is told with what would help, and not as silence: %s', (said, why) => {
    const { message } = unavailable('redis://here', new Error(said));
    expect(message).toContain(`The job queue, Redis at redis://here, keeps no jobs: ${why}`);
    expect(message).toContain(`(${said})`);
    expect(message).not.toContain('start it');
  });

  it('is told as silence where it is none of these', () =>
    expect(unavailable('redis://here', new Error('no answer within 2000 ms')).message).toBe(
      'The job queue, Redis at redis://here, does not answer (no answer within 2000 ms): start it, or mend DOCKET_JOBS.',
    ));
});

const describeKeepingNothing = (): void =>
  describe('a Redis that answers and keeps nothing', () => {
    let redis: OwnRedis;
    let client: Redis;
    let jobs: JobQueue;
    beforeEach(async () => {
      redis = await startOwnRedis();
      client = new Redis(redis.url);
      jobs = await openBullMqJobs({ url: redis.url, installation: 'docket' });
      await jobs.assertTakesJobs();
    });
    afterEach(async () => {
      await jobs.close(0);
      client.disconnect();
      await redis.dispose();
    });

    it.each([
      [
        'whose memory is full',
        FULL,
        ['config', 'set', 'maxmemory', '1'],
        ['config', 'set', 'maxmemory', '0'],
      ],
      ['that was made a replica', REPLICA, ['replicaof', '127.0.0.1', '1'], ['replicaof', 'no', 'one']],
      [
        'that lacks its replicas',
        ALONE,
        ['config', 'set', 'min-replicas-to-write', '1'],
        ['config', 'set', 'min-replicas-to-write', '0'],
      ],
    ] as const)(
      'is found out, one %s, by who looks and by who adds, until it is over',
      async (_, why, [cause, ...how], [end, ...so]) => {
        const doer = new Doer();
        doer.work(jobs);
        await client.call(cause, ...how);
        for (const asked of [() => jobs.assertTakesJobs(), () => jobs.add(chase('one'))]) {
          const error = await asked().catch((failure: unknown) => failure);
          expect(error).toBeInstanceOf(JobsUnavailable);
          expect(String(error)).toContain(`Redis at ${redis.url}, keeps no jobs: ${why}`);
        }
        expect(await jobs.counts()).toMatchObject({});
        await client.call(end, ...so);
        await until('it keeps jobs again', () =>
          jobs.assertTakesJobs().then(
            () => true,
            () => false,
          ),
        );
        await jobs.add(chase('one'));
        await doer.hasDone('one');
      },
    );
  });

if (hasRedisServer()) describeKeepingNothing();
