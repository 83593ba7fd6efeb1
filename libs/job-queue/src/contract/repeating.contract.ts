import { chase, Doer, holding, inMs, until, type JobsHarness, type OpenJobs } from './harness';

const DAY = 86_400_000;

/** Jobs that are done again and again. */
export const describeRepeating = (open: OpenJobs): void =>
  describe('what repeats', () => {
    let harness: JobsHarness;
    beforeEach(async () => (harness = await open()));
    afterEach(() => harness.dispose());

    it('is done again and again, an interval apart, the first time an interval from now', async () => {
      const said = Date.now();
      await harness.jobs.repeat({ ...chase('tick', 'every'), everyMs: 60 });
      const doer = new Doer();
      doer.work(harness.jobs);
      await doer.hasDone('tick', 4);
      const moments = [said, ...doer.runs.map(({ at }) => at)];
      const pauses = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(60);
      expect(doer.runs.slice(0, 4).map(({ job, attempt }) => [job.data, attempt])).toEqual(
        Array.from({ length: 4 }, () => ['every', 1]),
      );
    });

    it('does not make up for what was missed while nobody worked', async () => {
      await harness.jobs.repeat({ ...chase('tick'), everyMs: 40 });
      const start = Date.now();
      await until('ten intervals have passed', () => Date.now() > start + 400);
      const doer = new Doer();
      doer.work(harness.jobs);
      await doer.hasDone('tick', 3);
      const [first, second, third] = doer.runs.map(({ at }) => at);
      expect(second! - first!).toBeGreaterThanOrEqual(40);
      expect(third! - second!).toBeGreaterThanOrEqual(40);
    });

    it('is not put off by being said again, nor doubled', async () => {
      const before = Date.now();
      await harness.jobs.repeat({ ...chase('tick'), everyMs: DAY });
      const due = (await harness.jobs.find('chase', 'tick'))?.due;
      await until('a moment has passed', () => Date.now() > before + 20);
      await Promise.all(
        Array.from({ length: 5 }, () => harness.jobs.repeat({ ...chase('tick'), everyMs: DAY })),
      );
      expect(await harness.jobs.find('chase', 'tick')).toEqual({ state: 'delayed', attempts: 0, due });
      expect((await harness.jobs.counts()).chase).toMatchObject({ delayed: 1, waiting: 0 });
    });

    it('takes the interval and the data that were said last', async () => {
      await harness.jobs.repeat({ ...chase('tick', 'slow'), everyMs: DAY });
      await harness.jobs.repeat({ ...chase('tick', 'quick'), everyMs: 30 });
      const doer = new Doer();
      doer.work(harness.jobs);
      await doer.hasDone('tick', 2);
      await harness.jobs.repeat({ ...chase('tick', 'slow again'), everyMs: DAY });
      await until('it is due in a day', async () => {
        const found = await harness.jobs.find('chase', 'tick');
        return found?.due !== undefined && found.due > inMs(DAY - 60_000);
      });
      expect(new Set(doer.runs.slice(0, 2).map(({ job }) => job.data))).toEqual(new Set(['quick']));
    });

    it('takes the interval and the data that were said while it ran, from then on', async () => {
      const first = holding();
      const doer = new Doer((job) => (doer.runs.length === 1 ? first.handle(job) : Promise.resolve()));
      doer.work(harness.jobs);
      await harness.jobs.repeat({ ...chase('tick', 'quick'), everyMs: 20 });
      await first.begun;
      await harness.jobs.repeat({ ...chase('tick', 'slow'), everyMs: DAY });
      first.letGo();
      await until('it waits', async () => (await harness.jobs.find('chase', 'tick'))?.state === 'delayed');
      const found = await harness.jobs.find('chase', 'tick');
      expect(found?.due !== undefined && found.due > inMs(DAY - 60_000)).toBe(true);
      await harness.jobs.add(chase('tick'));
      await doer.hasDone('tick', 2);
      expect(doer.runs.map(({ job }) => job.data)).toEqual(['quick', 'slow']);
    });

    it('is done sooner when it is asked for, and then goes on', async () => {
      await harness.jobs.repeat({ ...chase('tick', 'said'), everyMs: DAY });
      const doer = new Doer();
      doer.work(harness.jobs);
      await harness.jobs.add(chase('tick', 'asked for'));
      await doer.hasDone('tick');
      await until('it waits for its next time', async () => {
        const found = await harness.jobs.find('chase', 'tick');
        return found?.state === 'delayed';
      });
      expect(doer.runs.map(({ job }) => job.data)).toEqual(['said']);
    });

    it('is done once more when it was asked for while it ran, and then goes on', async () => {
      const first = holding();
      const doer = new Doer((job) => (doer.runs.length === 1 ? first.handle(job) : Promise.resolve()));
      doer.work(harness.jobs);
      await harness.jobs.repeat({ ...chase('tick'), everyMs: DAY });
      await harness.jobs.add(chase('tick'));
      await first.begun;
      await harness.jobs.add(chase('tick'));
      first.letGo();
      await doer.hasDone('tick', 2);
      await until('it waits for its next time', async () => {
        const found = await harness.jobs.find('chase', 'tick');
        return found?.state === 'delayed';
      });
      expect(doer.times('tick')).toBe(2);
    });

    it('is never given up, and begins to count anew once it is done', async () => {
      const doer = new Doer(async ({ attempt }) => {
        if (attempt <= 4 && doer.runs.length <= 4) throw new Error('not yet');
      });
      doer.work(harness.jobs, ['chase'], { attempts: 2, firstPauseMs: 1 });
      await harness.jobs.repeat({ ...chase('tick'), everyMs: 30 });
      await doer.hasDone('tick', 6);
      expect(doer.runs.slice(0, 6).map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 1]);
      expect(await harness.jobs.dead()).toEqual([]);
    });

    it('ends when it is removed', async () => {
      await harness.jobs.repeat({ ...chase('tick'), everyMs: 20 });
      const doer = new Doer();
      doer.work(harness.jobs, ['chase'], { concurrency: 1 });
      await doer.hasDone('tick', 2);
      await until('it is removed between two runs', () => harness.jobs.remove('chase', 'tick'));
      const times = doer.times('tick');
      await harness.jobs.add(chase('later'), inMs(100));
      await doer.hasDone('later');
      expect([doer.times('tick'), await harness.jobs.find('chase', 'tick')]).toEqual([times, undefined]);
    });

    it('can be removed and said again at once, as often as one likes', async () => {
      const doer = new Doer();
      doer.work(harness.jobs);
      for (let round = 1; round <= 5; round++) {
        const times = doer.times('tick');
        await harness.jobs.repeat({ ...chase('tick'), everyMs: 20 });
        await doer.hasDone('tick', times + 1);
        await until('it is removed between two runs', () => harness.jobs.remove('chase', 'tick'));
      }
    });
  });
