import { JobRefused, JobsUnavailable, type JobWork, type RunningJob } from '@docket/kernel';
import { chase, Doer, holding, inMs, until, type JobsHarness, type OpenJobs } from './harness';

/** Processes that come, work beside each other, close and die. */
export const describeLiving = (open: OpenJobs): void =>
  describe('processes that come and go', () => {
    let harness: JobsHarness;
    beforeEach(async () => (harness = await open()));
    afterEach(() => harness.dispose());

    it('share the work: no job is done by two at once, and none is left', async () => {
      const other = await harness.another();
      const now = new Map<string, number>();
      const most = new Map<string, number>();
      const doer = new Doer(async ({ id }) => {
        now.set(id, (now.get(id) ?? 0) + 1);
        most.set(id, Math.max(most.get(id) ?? 0, now.get(id) ?? 0));
        await new Promise(setImmediate);
        now.set(id, (now.get(id) ?? 0) - 1);
      });
      doer.work(harness.jobs);
      doer.work(other);
      const ids = Array.from({ length: 100 }, (_, index) => `job ${index}`);
      await Promise.all(ids.flatMap((id) => [harness.jobs.add(chase(id)), other.add(chase(id))]));
      await until('all are done', () => ids.every((id) => doer.times(id) > 0));
      expect([...most.values()].every((times) => times === 1)).toBe(true);
    });

    it('see what the others keep', async () => {
      const other = await harness.another();
      await harness.jobs.add(chase('one'), inMs(86_400_000));
      expect(await other.find('chase', 'one')).toMatchObject({ state: 'delayed' });
      expect((await other.counts()).chase).toMatchObject({ delayed: 1 });
      const doer = new Doer();
      doer.work(other);
      await harness.jobs.add(chase('one'));
      await doer.hasDone('one');
    });

    it('do so many of a kind at a time, and let no kind wait for another', async () => {
      const held = holding();
      const running = new Set<string>();
      const doer = new Doer(async (job) => {
        running.add(`${job.kind} ${job.id}`);
        if (job.kind === 'chase') await held.handle(job);
      });
      doer.work(harness.jobs, ['chase', 'remind'], { concurrency: 2 });
      for (const id of ['1', '2', '3']) await harness.jobs.add(chase(id));
      await until('two run', () => running.size === 2);
      await harness.jobs.add({ kind: 'remind', id: '1', data: null });
      await doer.hasDone('1', 2);
      expect([...running].filter((name) => name.startsWith('chase')).length).toBe(2);
      held.letGo();
      await doer.hasDone('3');
    });

    it('find everything again: what waits, repeats and is dead', async () => {
      const due = inMs(86_400_000);
      await harness.jobs.add(chase('later', { due }), due);
      await harness.jobs.repeat({ ...chase('tick'), everyMs: 86_400_000 });
      new Doer(async () => Promise.reject(new Error('no'))).work(harness.jobs, ['remind'], { attempts: 1 });
      await harness.jobs.add({ kind: 'remind', id: 'dead', data: 'kept' });
      await until('it died', async () => (await harness.jobs.dead()).length === 1);
      const [dead, counts] = [await harness.jobs.dead(), await harness.jobs.counts()];
      const next = await harness.another();
      await harness.jobs.close();
      expect(await next.find('chase', 'later')).toEqual({ state: 'delayed', attempts: 0, due });
      expect(await next.find('chase', 'tick')).toMatchObject({ state: 'delayed', attempts: 0 });
      expect(await next.dead()).toEqual(dead);
      expect((await next.counts()).chase).toEqual(counts.chase);
    });

    it('wait on closing for what is under way, and begin nothing more', async () => {
      const held = holding();
      const doer = new Doer(held.handle);
      doer.work(harness.jobs, ['chase'], { concurrency: 1 });
      await harness.jobs.add(chase('one'));
      const job = await held.begun;
      const next = await harness.another();
      await harness.jobs.add(chase('two'));
      const closing = harness.jobs.close();
      held.letGo();
      await closing;
      expect([doer.ids(), job.signal.aborted]).toEqual([['one'], false]);
      expect(await next.find('chase', 'one')).toBeUndefined();
      expect(await next.find('chase', 'two')).toEqual({ state: 'waiting', attempts: 0 });
    });

    it('abort on closing what does not end in time, and the next one does it as if for the first time', async () => {
      const held = holding();
      new Doer(held.handle).work(harness.jobs);
      await harness.jobs.add(chase('endless', { of: 'old' }));
      const job: RunningJob = await held.begun;
      const next = await harness.another();
      await harness.jobs.close(20);
      expect(job.signal.aborted).toBe(true);
      const doer = new Doer();
      doer.work(next);
      await doer.hasDone('endless');
      expect(doer.runs.map(({ job: { data }, attempt }) => [data, attempt])).toEqual([[{ of: 'old' }, 1]]);
      held.letGo();
      await until('it is gone', async () => (await next.find('chase', 'endless')) === undefined);
    });

    it('close twice as well as once, and then take nothing any more', async () => {
      new Doer().work(harness.jobs);
      await Promise.all([harness.jobs.close(), harness.jobs.close(0)]);
      await harness.jobs.close();
      await expect(harness.jobs.add(chase('one'))).rejects.toBeInstanceOf(JobsUnavailable);
      await expect(harness.jobs.repeat({ ...chase('one'), everyMs: 1 })).rejects.toBeInstanceOf(
        JobsUnavailable,
      );
      await expect(harness.jobs.find('chase', 'one')).rejects.toBeInstanceOf(JobsUnavailable);
      await expect(harness.jobs.remove('chase', 'one')).rejects.toBeInstanceOf(JobsUnavailable);
      await expect(harness.jobs.requeue('chase', 'one')).rejects.toBeInstanceOf(JobsUnavailable);
      await expect(harness.jobs.discard('chase', 'one')).rejects.toBeInstanceOf(JobsUnavailable);
      await expect(harness.jobs.dead()).rejects.toBeInstanceOf(JobsUnavailable);
      await expect(harness.jobs.counts()).rejects.toBeInstanceOf(JobsUnavailable);
      await expect(harness.jobs.assertTakesJobs()).rejects.toBeInstanceOf(JobsUnavailable);
    });

    it('do again what a killed one was doing; the attempt counts', async () => {
      const held = holding();
      new Doer(held.handle).work(harness.jobs);
      await harness.jobs.add(chase('mid-job', { kept: 1 }));
      await held.begun;
      const next = await harness.afterKill();
      const doer = new Doer();
      doer.work(next);
      await doer.hasDone('mid-job');
      expect(doer.runs.map(({ job: { data }, attempt }) => [data, attempt])).toEqual([[{ kept: 1 }, 2]]);
      held.letGo();
    });

    it('give up what has killed as many as it has attempts, and list it', async () => {
      const held = holding();
      new Doer(held.handle).work(harness.jobs);
      await harness.jobs.add(chase('deadly'));
      await held.begun;
      const next = await harness.afterKill();
      const doer = new Doer();
      doer.work(next, ['chase'], { attempts: 1 });
      await until('it is dead', async () => (await next.dead()).length === 1);
      const [dead] = await next.dead();
      expect(dead).toEqual({
        ...chase('deadly'),
        attempts: 1,
        error: 'The process that did it ended before it was done.',
        diedAt: dead!.diedAt,
      });
      expect(doer.runs).toEqual([]);
      held.letGo();
    });

    it('are told at once when nothing would come of what they are asked to do', async () => {
      const { handler } = new Doer();
      const wrong: readonly (readonly [string, JobWork, string])[] = [
        ['Chase', {}, 'There can be no job of the kind "Chase", so none is done.'],
        ['chase', { concurrency: 0 }, 'concurrency is a whole number from 1 on, and not 0.'],
        ['chase', { attempts: 1.5 }, 'attempts is a whole number from 1 on, and not 1.5.'],
        ['chase', { firstPauseMs: Number.NaN }, 'firstPauseMs is a whole number from 1 on, and not NaN.'],
      ];
      for (const [kind, options, message] of wrong)
        expect(() => harness.jobs.work({ [kind]: handler }, options)).toThrow(new JobRefused(message));
      const doer = new Doer();
      doer.work(harness.jobs);
      await harness.jobs.add(chase('after all'));
      await doer.hasDone('after all');
    });

    it('are asked to work once only', async () => {
      new Doer().work(harness.jobs);
      expect(() => new Doer().work(harness.jobs)).toThrow('asked to work before');
    });
  });
