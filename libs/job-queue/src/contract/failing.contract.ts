import { JobRefused } from '@docket/kernel';
import { chase, Doer, holding, inMs, until, type JobsHarness, type OpenJobs } from './harness';

const throwing = (thrown: unknown) =>
  new Doer(async () => {
    throw thrown;
  });
const failing = () => throwing(new Error('not today'));

/** Attempts, dead jobs, progress and counts. */
export const describeFailing = (open: OpenJobs): void =>
  describe('what fails', () => {
    let harness: JobsHarness;
    beforeEach(async () => (harness = await open()));
    afterEach(() => harness.dispose());

    const dies = async (id: string, times = 1): Promise<void> =>
      until(`${id} is dead`, async () => (await harness.jobs.dead()).length >= times);

    it('is tried again after a pause that grows, until it is done', async () => {
      const doer = new Doer(async ({ attempt }) => {
        if (attempt < 4) throw new Error(`attempt ${attempt}`);
      });
      doer.work(harness.jobs, ['chase'], { firstPauseMs: 40 });
      await harness.jobs.add(chase('one', { stays: true }));
      await doer.hasDone('one', 4);
      await until('it is gone', async () => (await harness.jobs.find('chase', 'one')) === undefined);
      const moments = doer.runs.map(({ at }) => at);
      const pauses = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
      expect(doer.runs.map(({ attempt, job }) => [attempt, job.data])).toEqual(
        [1, 2, 3, 4].map((attempt) => [attempt, { stays: true }]),
      );
      expect(pauses.map((pause, index) => pause >= 40 * 2 ** index)).toEqual([true, true, true]);
      expect(doer.told).toEqual(
        [1, 2, 3].map((attempt) => `the job chase "one" failed in attempt ${attempt}`),
      );
    });

    it('shows how it stands between two attempts', async () => {
      failing().work(harness.jobs, ['chase'], { firstPauseMs: 3_600_000 });
      await harness.jobs.add(chase('one'));
      await until('it failed', async () => (await harness.jobs.find('chase', 'one'))?.state === 'delayed');
      const found = await harness.jobs.find('chase', 'one');
      expect(found).toEqual({
        state: 'delayed',
        attempts: 1,
        due: found!.due,
        error: 'Error: not today',
      });
      expect(found!.due! > inMs(3_500_000)).toBe(true);
    });

    it('is tried at once when somebody asks for it', async () => {
      const doer = failing();
      doer.work(harness.jobs, ['chase'], { firstPauseMs: 3_600_000 });
      await harness.jobs.add(chase('one'));
      await until('it failed', async () => (await harness.jobs.find('chase', 'one'))?.state === 'delayed');
      await harness.jobs.add(chase('one'));
      await doer.hasDone('one', 2);
      expect(doer.runs.map(({ attempt }) => attempt)).toEqual([1, 2]);
    });

    it.each<[string, unknown, string]>([
      ['an error', new TypeError('no'), 'TypeError: no'],
      ['a text', 'just no', 'just no'],
      ['undefined', undefined, 'undefined'],
      ['an object', { code: 7 }, '{"code":7}'],
    ])('dies after its last attempt and is listed, whatever was thrown: %s', async (_, thrown, error) => {
      const before = inMs(0);
      throwing(thrown).work(harness.jobs, ['chase'], { attempts: 3, firstPauseMs: 1 });
      await harness.jobs.add(chase('one:1', { of: 'three' }));
      await dies('one:1');
      const [dead] = await harness.jobs.dead();
      expect(dead).toEqual({
        ...chase('one:1', { of: 'three' }),
        attempts: 3,
        error,
        diedAt: dead!.diedAt,
      });
      expect(dead!.diedAt >= before && dead!.diedAt <= inMs(0)).toBe(true);
      expect(await harness.jobs.find('chase', 'one:1')).toEqual({ state: 'dead', attempts: 3, error });
    });

    it('is listed latest first', async () => {
      const doer = failing();
      doer.work(harness.jobs, ['chase', 'remind'], { attempts: 1 });
      for (const [index, kind] of ['chase', 'remind', 'chase'].entries()) {
        await harness.jobs.add({ kind, id: `${index}`, data: null });
        await dies(`${index}`, index + 1);
        const died = Date.now();
        await until('another millisecond has come', () => Date.now() > died);
      }
      expect((await harness.jobs.dead()).map(({ kind, id }) => `${kind} ${id}`)).toEqual([
        'chase 2',
        'remind 1',
        'chase 0',
      ]);
    });

    it('has all its attempts again when it is requeued', async () => {
      let isMended = false;
      const doer = new Doer(async () => {
        if (!isMended) throw new Error('not mended');
      });
      doer.work(harness.jobs, ['chase'], { attempts: 2, firstPauseMs: 1 });
      expect(await harness.jobs.requeue('chase', 'one')).toBe(false);
      await harness.jobs.add(chase('one', 'kept'));
      await dies('one');
      expect(await harness.jobs.requeue('chase', 'one')).toBe(true);
      await doer.hasDone('one', 4);
      await dies('one');
      isMended = true;
      expect(await harness.jobs.requeue('chase', 'one')).toBe(true);
      await doer.hasDone('one', 5);
      await until('it is gone', async () => (await harness.jobs.find('chase', 'one')) === undefined);
      expect(doer.runs.map(({ attempt, job }) => `${attempt} ${JSON.stringify(job.data)}`)).toEqual([
        '1 "kept"',
        '2 "kept"',
        '1 "kept"',
        '2 "kept"',
        '1 "kept"',
      ]);
      expect([await harness.jobs.dead(), await harness.jobs.requeue('chase', 'one')]).toEqual([[], false]);
    });

    it('is forgotten when it is discarded, and only then', async () => {
      failing().work(harness.jobs, ['chase'], { attempts: 1 });
      await harness.jobs.add(chase('waits'), inMs(86_400_000));
      await harness.jobs.add(chase('one'));
      await dies('one');
      expect(await harness.jobs.discard('chase', 'waits')).toBe(false);
      expect(await harness.jobs.discard('chase', 'one')).toBe(true);
      expect(await harness.jobs.discard('chase', 'one')).toBe(false);
      expect([await harness.jobs.dead(), await harness.jobs.find('chase', 'one')]).toEqual([[], undefined]);
    });

    it('is tried anew, with what is given now, when it is added after it died', async () => {
      const doer = failing();
      doer.work(harness.jobs, ['chase'], { attempts: 2, firstPauseMs: 1 });
      await harness.jobs.add(chase('one', 'old'));
      await dies('one');
      const due = inMs(86_400_000);
      await harness.jobs.add(chase('one', 'new'), due);
      expect(await harness.jobs.find('chase', 'one')).toEqual({ state: 'delayed', attempts: 0, due });
      expect(await harness.jobs.dead()).toEqual([]);
      await harness.jobs.add(chase('one'));
      await doer.hasDone('one', 4);
      expect(doer.runs.slice(2).map(({ attempt, job }) => `${attempt} ${JSON.stringify(job.data)}`)).toEqual([
        '1 "new"',
        '2 "new"',
      ]);
    });

    it('is not dead when it was added during its last attempt, but tried anew', async () => {
      const held = holding();
      const doer = new Doer((job) => (doer.runs.length === 1 ? held.handle(job) : Promise.resolve()));
      doer.work(harness.jobs, ['chase'], { attempts: 1 });
      await harness.jobs.add(chase('one', 'first'));
      await held.begun;
      await harness.jobs.add(chase('one', 'second'));
      held.fail(new Error('the last attempt'));
      await doer.hasDone('one', 2);
      await until('it is gone', async () => (await harness.jobs.find('chase', 'one')) === undefined);
      expect(doer.runs.map(({ job }) => job.data)).toEqual(['first', 'second']);
      expect(await harness.jobs.dead()).toEqual([]);
    });

    it('tells how far it has come', async () => {
      const held = holding();
      new Doer(held.handle).work(harness.jobs);
      await harness.jobs.add(chase('one'));
      const job = await held.begun;
      expect(await harness.jobs.find('chase', 'one')).toEqual({ state: 'running', attempts: 1 });
      await job.progress(3);
      expect(await harness.jobs.find('chase', 'one')).toEqual({
        state: 'running',
        attempts: 1,
        progress: { done: 3 },
      });
      await job.progress(4.5, 10);
      expect((await harness.jobs.find('chase', 'one'))?.progress).toEqual({ done: 4.5, total: 10 });
      await expect(job.progress(Number.NaN)).rejects.toBeInstanceOf(JobRefused);
      held.letGo();
    });

    it('counts by kind', async () => {
      const held = holding();
      const doer = new Doer(async (job) => {
        if (job.id === 'held') await held.handle(job);
        if (job.id === 'fails') throw new Error('no');
      });
      await harness.jobs.assertTakesJobs();
      expect(await harness.jobs.counts()).toEqual({});
      await harness.jobs.add({ kind: 'remind', id: 'waits', data: null });
      await harness.jobs.add({ kind: 'remind', id: 'later', data: null }, inMs(86_400_000));
      doer.work(harness.jobs, ['chase', 'tidy'], { attempts: 1, concurrency: 2 });
      for (const id of ['done', 'fails', 'held']) await harness.jobs.add(chase(id));
      await Promise.all([doer.hasDone('done'), dies('fails'), held.begun]);
      await until('it is counted', async () => (await harness.jobs.counts()).chase?.done === 1);
      const none = { waiting: 0, delayed: 0, running: 0, dead: 0, done: 0, failedAttempts: 0 };
      expect(await harness.jobs.counts()).toEqual({
        chase: { ...none, running: 1, dead: 1, done: 1, failedAttempts: 1 },
        remind: { ...none, waiting: 1, delayed: 1 },
        tidy: none,
      });
      held.letGo();
    });
  });
