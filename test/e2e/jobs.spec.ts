import { mkdirSync } from 'node:fs';
import { docket, documentOf, Place } from './cli.fixture';
import { leaveDeadJob } from './dead-job.fixture';
import { TestDocket } from './docket.fixture';
import { inShort } from './problem.fixture';

/** An awkward id, as far as paths go. */
const ID = 'motion:7/ä 100 %';
const PATH = `/api/v1/operator/jobs/chase/${encodeURIComponent(ID)}`;

const ofChase = (body: Readonly<{ kinds: readonly { kind: string }[] }>) =>
  body.kinds.find(({ kind }) => kind === 'chase');
const none = { kind: 'chase', waiting: 0, delayed: 0, running: 0, dead: 0, done: 0, failedAttempts: 0 };

describe('an operator, over HTTP', () => {
  let running: TestDocket;
  beforeAll(async () => {
    running = await TestDocket.start();
  });
  afterAll(() => running.stopAndForget());
  const jobs = async () => (await running.operator.get('/api/v1/operator/jobs')).body;

  it('sees how jobs stand and which were given up, and requeues or discards one', async () => {
    await leaveDeadJob(running.folder ?? '', ID);
    const listed = await jobs();
    expect(ofChase(listed)).toEqual({ ...none, dead: 1 });
    expect(listed.dead).toEqual([
      {
        kind: 'chase',
        id: ID,
        data: { whom: 'p-bea' },
        attempts: 1,
        error: 'Error: nobody there',
        diedAt: expect.stringMatching(/Z$/),
      },
    ]);
    expect((await running.visitor.get('/health/ready')).body).toMatchObject({
      status: 'ready',
      jobs: { state: 'answering', dead: 1 },
    });
    const requeued = await running.operator.ask('POST', `${PATH}/requeue`);
    expect([requeued.status, requeued.text]).toEqual([204, '']);
    expect([ofChase(await jobs()), (await jobs()).dead]).toEqual([{ ...none, waiting: 1 }, []]);
    await leaveDeadJob(running.folder ?? '', ID);
    const discarded = await running.operator.ask('DELETE', PATH);
    expect([discarded.status, discarded.text]).toEqual([204, '']);
    expect([ofChase(await jobs()), (await jobs()).dead]).toEqual([undefined, []]);
  });

  it.each([
    ['POST', `${PATH}/requeue`, '404 job-not-dead'],
    ['DELETE', PATH, '404 job-not-dead'],
    ['DELETE', `/api/v1/operator/jobs/chase/${encodeURIComponent('€'.repeat(200))}`, '404 job-not-dead'],
    ['DELETE', `/api/v1/operator/jobs/Chase/1`, '400 id-malformed'],
    ['POST', `/api/v1/operator/jobs/chase/${'x'.repeat(201)}/requeue`, '400 id-malformed'],
    ['GET', '/api/v1/operator/jobs?kind=chase', '400 fields-invalid'],
  ])('is refused what is not so: %s %s', async (method, path, refusal) =>
    expect(inShort(await running.operator.ask(method, path))).toBe(refusal),
  );

  it('is told when the queue does not answer; Docket is ready all the same', async () => {
    await running.running.system.adapters.jobs.close();
    expect(inShort(await running.operator.get('/api/v1/operator/jobs'))).toBe('503 jobs-unavailable');
    const ready = await running.visitor.get('/health/ready');
    expect([ready.status, ready.body.jobs]).toEqual([
      200,
      {
        state: 'unavailable',
        error: 'The job queue is closed.',
      },
    ]);
  });
});

describe('an operator, at the command line', () => {
  const place = new Place();
  const data = place.at('data');
  const ask = (...words: string[]) => docket(['jobs', ...words, '--data', data]);
  beforeAll(async () => {
    mkdirSync(data);
    await leaveDeadJob(data, ID);
  });
  afterAll(() => place.remove());

  it('does the same', async () => {
    const shown = await ask();
    expect(shown.stdout).toContain('Given up; `docket jobs requeue KIND ID` tries one again:');
    expect(shown.stdout).toContain(`  chase ${ID}`);
    expect(documentOf(await ask('requeue', 'chase', ID, '--json'))).toEqual({
      requeued: { kind: 'chase', id: ID },
    });
    const { dead } = documentOf(await ask('--json'));
    expect(dead).toEqual([]);
    const again = await ask('discard', 'chase', ID, '--json');
    expect([again.code, documentOf(again)]).toEqual([1, expect.objectContaining({ code: 'job-not-dead' })]);
  }, 120_000);

  it.each([
    [
      'requeue',
      'chase',
      'nosuch',
      'There is no dead job chase "nosuch": it was done, requeued or discarded meanwhile, or is still tried. `docket jobs` lists the dead ones.',
    ],
    ['discard', 'Chase', '1', '"Chase" is not the kind of a job; `docket jobs` lists them.'],
  ])(
    'is sent to the list of the command line, not to that of the API: %s %s %s',
    async (deed, kind, id, detail) => {
      const ended = await ask(deed, kind, id, '--json');
      expect([ended.code, documentOf(ended).detail]).toEqual([1, detail]);
    },
  );

  it.each([[['bury', 'chase', 'one']], [['requeue']], [['discard', 'chase']], [['requeue', 'chase', '..']]])(
    'is told how to say it: %j',
    async (words) => {
      const { code, stderr } = await ask(...words);
      expect([code, stderr]).toEqual([2, expect.stringContaining('docket jobs requeue KIND ID')]);
    },
  );
});
