import { JobRefused, type Job, type Json } from '@docket/kernel';
import {
  chase,
  Doer,
  holding,
  inMs,
  notLongAfter,
  thenNothingElse,
  until,
  type JobsHarness,
  type OpenJobs,
} from './harness';

const DAY = 86_400_000;

/** What is kept of a job, and how often it is done. */
export const describeKeeping = (open: OpenJobs): void =>
  describe('what is kept', () => {
    let harness: JobsHarness;
    beforeEach(async () => (harness = await open()));
    afterEach(() => harness.dispose());

    it.each<[string, Json]>([
      ['nothing', null],
      ['a text', 'ä " \\ \n \u0000 \u2028 💶'],
      ['numbers', [0, -1, 1.5, 1e21, Number.MAX_SAFE_INTEGER, 5e-324]],
      ['lists in lists', [[], [[true], [false, null]]]],
      ['awkward names', JSON.parse('{"__proto__":{"constructor":1},"":{"a:b":"{}"},"length":2}')],
      ['a great deal', { text: 'x'.repeat(60_000) }],
    ])('gives the handler what was given: %s', async (_, data) => {
      const doer = new Doer();
      doer.work(harness.jobs);
      await harness.jobs.add(chase('one', data));
      await doer.hasDone('one');
      expect(doer.runs.map(({ job, attempt }) => ({ job, attempt }))).toEqual([
        { job: { kind: 'chase', id: 'one', data }, attempt: 1 },
      ]);
    });

    it.each([
      'a:b',
      '0:1',
      '42',
      '0',
      '-1',
      ' ',
      '../x/%2F',
      'ä€💶',
      '\0\n',
      'o\'brien"',
      '{}',
      'x'.repeat(200),
    ])('takes whatever text for an id: %j', async (id) => {
      const doer = new Doer();
      await harness.jobs.add(chase(id), inMs(DAY));
      expect(await harness.jobs.find('chase', id)).toMatchObject({ state: 'delayed', attempts: 0 });
      expect(await harness.jobs.remove('chase', id)).toBe(true);
      doer.work(harness.jobs);
      await harness.jobs.add(chase(id));
      await doer.hasDone(id);
      expect(doer.ids()).toEqual([id]);
    });

    it.each([
      ['Not A Kind', 'one'],
      ['a:b', 'one'],
      ['chase', ''],
      ['chase', '\ud800'],
      ['chase', 'unheard of'],
    ])('finds nothing under a name that no job has: %j %j', async (kind, id) => {
      const { jobs } = harness;
      expect([
        await jobs.find(kind, id),
        await jobs.remove(kind, id),
        await jobs.requeue(kind, id),
        await jobs.discard(kind, id),
      ]).toEqual([undefined, false, false, false]);
    });

    it('refuses what is no job, and keeps nothing of it', async () => {
      const wrong: readonly Job[] = [
        { kind: 'Not A Kind', id: 'one', data: {} },
        chase(''),
        chase('x'.repeat(201)),
        chase('one', Number.NaN),
        chase('one', 'x'.repeat(70_000)),
      ];
      for (const job of wrong) {
        await expect(harness.jobs.add(job)).rejects.toBeInstanceOf(JobRefused);
        await expect(harness.jobs.repeat({ ...job, everyMs: 1_000 })).rejects.toBeInstanceOf(JobRefused);
      }
      await expect(harness.jobs.add(chase('one'), 'tomorrow')).rejects.toBeInstanceOf(JobRefused);
      await expect(harness.jobs.repeat({ ...chase('one'), everyMs: 0 })).rejects.toBeInstanceOf(JobRefused);
      expect(await harness.jobs.counts()).toEqual({});
    });

    it('does a job once, however often it was added while it waited, with what was given first', async () => {
      await harness.jobs.add(chase('one', 'first'));
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => harness.jobs.add(chase('one', `later ${index}`))),
      );
      const doer = new Doer();
      doer.work(harness.jobs, ['chase'], { concurrency: 1 });
      await thenNothingElse(harness.jobs, doer);
      expect(doer.runs.map(({ job }) => [job.id, job.data])).toEqual([
        ['one', 'first'],
        ['last', {}],
      ]);
    });

    it('takes the same id in another kind for another job', async () => {
      await harness.jobs.add({ kind: 'chase', id: 'one', data: 1 });
      await harness.jobs.add({ kind: 'remind', id: 'one', data: 2 });
      const doer = new Doer();
      doer.work(harness.jobs, ['chase', 'remind']);
      await doer.hasDone('one', 2);
      expect(doer.runs.map(({ job }) => `${job.kind} ${JSON.stringify(job.data)}`).sort()).toEqual([
        'chase 1',
        'remind 2',
      ]);
    });

    it('leaves alone the kinds that it was not asked to do', async () => {
      await harness.jobs.add({ kind: 'remind', id: 'one', data: null });
      const doer = new Doer();
      doer.work(harness.jobs, ['chase']);
      await thenNothingElse(harness.jobs, doer);
      expect(await harness.jobs.find('remind', 'one')).toEqual({ state: 'waiting', attempts: 0 });
    });

    it('runs a job not before it is due', async () => {
      const due = inMs(300);
      await harness.jobs.add(chase('later'), due);
      expect(await harness.jobs.find('chase', 'later')).toEqual({ state: 'delayed', attempts: 0, due });
      const doer = new Doer();
      doer.work(harness.jobs);
      await doer.hasDone('later');
      expect(doer.runs[0]!.at).toBeGreaterThanOrEqual(Date.parse(due));
    });

    it.each(['2026-01-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z', '1969-12-31T23:59:59.999Z'])(
      'runs at once what was due at %s',
      async (due) => {
        const doer = new Doer();
        doer.work(harness.jobs);
        await harness.jobs.add(chase('overdue'), due);
        await doer.hasDone('overdue');
      },
    );

    it('keeps a job for decades', async () => {
      await harness.jobs.add(chase('far'), '2071-05-01T00:00:00.000Z');
      const doer = new Doer();
      doer.work(harness.jobs, ['chase'], { concurrency: 1 });
      await thenNothingElse(harness.jobs, doer);
      expect(doer.ids()).toEqual(['last']);
      expect(await harness.jobs.find('chase', 'far')).toEqual({
        state: 'delayed',
        attempts: 0,
        due: '2071-05-01T00:00:00.000Z',
      });
    });

    it('counts the earlier of two instants, whichever is said first', async () => {
      const [early, late] = [inMs(DAY), inMs(2 * DAY)];
      await harness.jobs.add(chase('one'), late);
      await harness.jobs.add(chase('one'), early);
      await harness.jobs.add(chase('two'), early);
      await harness.jobs.add(chase('two'), late);
      for (const id of ['one', 'two']) {
        const found = await harness.jobs.find('chase', id);
        const due = notLongAfter(early, found?.due);
        expect(found).toEqual({ state: 'delayed', attempts: 0, due });
      }
      const doer = new Doer();
      doer.work(harness.jobs);
      await harness.jobs.add(chase('one'));
      await doer.hasDone('one');
      expect(await harness.jobs.find('chase', 'two')).toMatchObject({ state: 'delayed', due: early });
    });

    it('does a job once more when it was added while it ran, however often', async () => {
      const first = holding();
      const doer = new Doer((job) => (doer.times('one') === 1 ? first.handle(job) : Promise.resolve()));
      doer.work(harness.jobs, ['chase'], { concurrency: 1 });
      await harness.jobs.add(chase('one', 'first'));
      await first.begun;
      await harness.jobs.add(chase('one', 'again'));
      await harness.jobs.add(chase('one', 'and again'), inMs(DAY));
      first.letGo();
      await doer.hasDone('one', 2);
      await thenNothingElse(harness.jobs, doer);
      expect(doer.runs.map(({ job, attempt }) => [job.data, attempt])).toEqual([
        ['first', 1],
        ['again', 1],
        [{}, 1],
      ]);
    });

    it('waits with that until it is due', async () => {
      const first = holding();
      const doer = new Doer(first.handle);
      doer.work(harness.jobs);
      await harness.jobs.add(chase('one'));
      await first.begun;
      const due = inMs(DAY);
      await harness.jobs.add(chase('one'), due);
      first.letGo();
      await until('it waits for its second time', async () => {
        const found = await harness.jobs.find('chase', 'one');
        return found?.state === 'delayed';
      });
      expect(await harness.jobs.find('chase', 'one')).toEqual({ state: 'delayed', attempts: 0, due });
    });

    it('loses none of many jobs added at once, by two processes', async () => {
      const other = await harness.another();
      const doer = new Doer();
      doer.work(harness.jobs, ['chase'], { concurrency: 8 });
      const ids = Array.from({ length: 200 }, (_, index) => `job ${index}`);
      await Promise.all(
        ids.flatMap((id) => [harness.jobs.add(chase(id), inMs(50)), other.add(chase(id), inMs(50))]),
      );
      await until('all are done', () => ids.every((id) => doer.times(id) > 0));
      expect([...new Set(doer.ids())].sort()).toEqual([...ids].sort());
    });

    it('forgets a job, unless it runs', async () => {
      await harness.jobs.add(chase('one'), inMs(DAY));
      expect(await harness.jobs.remove('chase', 'one')).toBe(true);
      expect(await harness.jobs.remove('chase', 'one')).toBe(false);
      expect(await harness.jobs.find('chase', 'one')).toBeUndefined();
      const held = holding();
      new Doer(held.handle).work(harness.jobs);
      await harness.jobs.add(chase('one'));
      await held.begun;
      expect(await harness.jobs.remove('chase', 'one')).toBe(false);
      expect(await harness.jobs.find('chase', 'one')).toMatchObject({ state: 'running' });
      held.letGo();
    });
  });
