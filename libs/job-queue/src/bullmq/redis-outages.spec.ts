import { notRun } from '@docket/kernel/testing';
import { JobsUnavailable, type JobQueue } from '@docket/kernel';
import { Redis } from 'ioredis';
import { openBullMqJobs, type BullMqJobsOptions } from '..';
import { chase, Doer, holding, inMs, until } from '../job-queue.contract';
import { hasRedisServer, startOwnRedis, type OwnRedis } from '../testing';
import { relayTo, type Relay } from './relay.scenes';

const DAY = 86_400_000;

const failureOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

/** How long something took, in milliseconds, and what it failed with. */
const timed = async (work: Promise<unknown>) => {
  const start = performance.now();
  const error = await failureOf(work);
  return { error, took: performance.now() - start };
};

const describeOutages = (): void =>
  describe('a Redis', () => {
    let redis: OwnRedis;
    let client: Redis;
    let opened: JobQueue[];
    let relays: Relay[];
    const open = async (options: Partial<BullMqJobsOptions> = {}): Promise<JobQueue> => {
      const jobs = await openBullMqJobs({
        url: redis.url,
        installation: 'docket',
        lockMs: 300,
        lookMs: 50,
        ...options,
      });
      opened.push(jobs);
      return jobs;
    };
    const openRelayed = async () => {
      const relay = await relayTo(redis.url);
      relays.push(relay);
      return { relay, jobs: await open({ url: relay.url }) };
    };
    beforeEach(async () => {
      [opened, relays] = [[], []];
      redis = await startOwnRedis();
      client = new Redis(redis.url, { lazyConnect: true, retryStrategy: () => 20 }).on(
        'error',
        () => undefined,
      );
    });
    afterEach(async () => {
      redis.thaw();
      await Promise.all(opened.map((jobs) => jobs.close(0)));
      for (const relay of relays) relay.cut();
      client.disconnect();
      await redis.dispose();
    });

    it('killed and back: who asks is told at once, nothing kept is lost, work goes on and both are told once', async () => {
      const jobs = await open();
      const doer = new Doer();
      doer.work(jobs);
      await jobs.add(chase('before'));
      await doer.hasDone('before');
      // an end that Redis kept and did not confirm would be told of, too
      await until('that is kept', async () => (await jobs.find('chase', 'before')) === undefined);
      await jobs.add(chase('kept'), inMs(DAY));
      await redis.kill();
      await until('it is noticed', () => doer.told.length > 0);
      for (const asked of [() => jobs.add(chase('lost')), () => jobs.counts(), () => jobs.dead()]) {
        const { error, took } = await timed(asked());
        expect(error).toBeInstanceOf(JobsUnavailable);
        expect(String(error)).toContain(`The job queue, Redis at ${redis.url}, does not answer (`);
        expect(took).toBeLessThan(4_000);
      }
      await redis.start();
      await until('it answers again', () =>
        jobs.add(chase('kept')).then(
          () => true,
          () => false,
        ),
      );
      await doer.hasDone('kept');
      await until('that is told', () => doer.told.length > 1);
      expect([doer.ids(), doer.told]).toEqual([
        ['before', 'kept'],
        [
          `the job queue, Redis at ${redis.url}, does not answer`,
          `the job queue, Redis at ${redis.url}, answers again`,
        ],
      ]);
    });

    it('killed under a job: it ends when Redis is back, done or done again', async () => {
      const jobs = await open();
      const held = holding();
      const doer = new Doer((job) => (doer.runs.length === 1 ? held.handle(job) : Promise.resolve()));
      doer.work(jobs);
      await jobs.add(chase('one'));
      await held.begun;
      await redis.kill();
      held.letGo();
      await redis.start();
      await until('it is gone', async () => {
        const found = await jobs.find('chase', 'one').catch(() => ({ state: 'unknown' }));
        return found === undefined;
      });
    });

    it('hung: who asks waits for two seconds and no longer', async () => {
      const jobs = await open();
      redis.freeze();
      const answers = await Promise.all([timed(jobs.add(chase('one'))), timed(jobs.find('chase', 'one'))]);
      for (const { error, took } of answers) {
        expect(error).toEqual(
          new JobsUnavailable(
            `The job queue, Redis at ${redis.url}, does not answer (no answer within 2000 ms): start it, or mend DOCKET_JOBS.`,
          ),
        );
        expect(took).toBeLessThan(4_000);
      }
      redis.thaw();
      await until('it answers again', () =>
        jobs.add(chase('one')).then(
          () => true,
          () => false,
        ),
      );
    });

    it('emptied: what repeats is said again and done, though nobody says it', async () => {
      const jobs = await open();
      const doer = new Doer();
      doer.work(jobs);
      await jobs.repeat({ ...chase('tick', 'said'), everyMs: 40 });
      await doer.hasDone('tick');
      await client.flushall();
      const times = doer.times('tick');
      await doer.hasDone('tick', times + 3);
      expect(new Set(doer.runs.map(({ job }) => job.data))).toEqual(new Set(['said']));
      expect(await jobs.counts()).toHaveProperty('chase');
      await jobs.add(chase('new'));
      await doer.hasDone('new');
    });

    it('emptied under a job: it is done, and can be added again', async () => {
      const jobs = await open();
      const held = holding();
      const doer = new Doer((job) => (doer.runs.length === 1 ? held.handle(job) : Promise.resolve()));
      doer.work(jobs);
      await jobs.add(chase('one'));
      await held.begun;
      await client.flushall();
      held.letGo();
      await jobs.add(chase('one'));
      await doer.hasDone('one', 2);
    });

    it('without the scripts it was given: they are given again', async () => {
      const jobs = await open();
      await jobs.add(chase('one'), inMs(DAY));
      await client.script('FLUSH');
      await jobs.add(chase('two'), inMs(DAY));
      await client.script('FLUSH');
      await jobs.add(chase('one'), inMs(1_000_000));
      expect((await jobs.counts()).chase).toMatchObject({ delayed: 2 });
    });

    it('made a replica meanwhile: who asks is told that it takes no writes, who works that it is in trouble', async () => {
      const jobs = await open();
      const doer = new Doer();
      doer.work(jobs);
      await jobs.add(chase('one'));
      await doer.hasDone('one');
      await client.replicaof('127.0.0.1', '1');
      const error = await failureOf(jobs.add(chase('two')));
      expect(error).toBeInstanceOf(JobsUnavailable);
      expect(String(error)).toContain('READONLY');
      await client.replicaof('NO', 'ONE');
      await jobs.add(chase('two'));
      await doer.hasDone('two');
    });

    it('dead processes: a job outlives more of them than BullMQ would let it, each counts as an attempt', async () => {
      const doer = new Doer(holding().handle);
      let next = await openRelayed();
      await next.jobs.add(chase('one', 'kept'));
      for (let deaths = 0; deaths < 3; deaths++) {
        doer.work(next.jobs);
        await doer.hasDone('one', deaths + 1);
        next.relay.cut();
        next = await openRelayed();
      }
      const last = new Doer();
      last.work(next.jobs);
      await last.hasDone('one');
      expect(doer.runs.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
      expect(last.runs.map(({ attempt, job }) => [attempt, job.data])).toEqual([[4, 'kept']]);
    });

    it('a process that died when it had something to add: the next one adds it', async () => {
      const jobs = await open();
      await client.hset(
        'docket:docket:chase:docket-notes',
        'id-one',
        `${Date.now()} 1 {"n":"x","d":"noted"}`,
      );
      const doer = new Doer();
      doer.work(jobs);
      await doer.hasDone('one');
      expect(doer.runs.map(({ job }) => job.data)).toEqual(['noted']);
      await until(
        'the note is gone',
        async () => (await client.hlen('docket:docket:chase:docket-notes')) === 0,
      );
    });

    it.each(['killed', 'hung'])(
      '%s: the queue closes all the same, in bounded time, with a job under way',
      async (how) => {
        const jobs = await open();
        const held = holding();
        new Doer(held.handle).work(jobs);
        await jobs.add(chase('endless'));
        const job = await held.begun;
        if (how === 'killed') await redis.kill();
        else redis.freeze();
        const { error, took } = await timed(jobs.close(50));
        expect([error, job.signal.aborted]).toEqual([undefined, true]);
        expect(took).toBeLessThan(4_000);
      },
    );

    it('shared: two installations see nothing of each other', async () => {
      const [one, two] = [await open(), await open({ installation: 'other' })];
      await one.add(chase('one'), inMs(DAY));
      expect([await two.counts(), await two.find('chase', 'one')]).toEqual([{}, undefined]);
      const doer = new Doer();
      doer.work(two);
      await two.add(chase('two'));
      await doer.hasDone('two');
      expect((await one.counts()).chase).toMatchObject({ delayed: 1 });
    });
  });

if (hasRedisServer()) describeOutages();
else notRun('outages of Redis', 'there is no redis-server on this machine');
