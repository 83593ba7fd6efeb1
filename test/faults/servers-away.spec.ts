import { until } from '@docket/kernel/testing';
import type { Child, Server } from '../e2e/cli.fixture';
import { OwnEventStore } from './own-event-store.fixture';
import { ServerProfile, stopChild } from './server-profile.fixture';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeOnOwnServers } from './own-servers.fixture';

/** Milliseconds that a patient probe waits; every server, left to itself, is waited for longer. */
const PROBE_MS = 1_500;

describeOnOwnServers('where a server is away', (programs) => {
  let folder: string;
  let eventStore: OwnEventStore;
  let profile: ServerProfile;
  let worker: Child;
  let api: Server;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-readiness-'));
    eventStore = await OwnEventStore.start(join(folder, 'log'));
    profile = await ServerProfile.start(programs, eventStore);
    worker = await profile.worker();
    api = await profile.api();
    await until('it is ready', async () => (await ready()).status === 200);
  }, 120_000);
  afterAll(async () => {
    profile.redis.thaw();
    for (const child of [api.child, worker]) await stopChild(child);
    await profile.stop();
    rmSync(folder, { recursive: true });
  }, 60_000);

  const ready = async () => {
    const answer = await fetch(`${api.address}/health/ready`, { signal: AbortSignal.timeout(PROBE_MS) });
    const body: ReturnType<typeof JSON.parse> = JSON.parse(await answer.text());
    return { status: answer.status, body };
  };

  it('readiness is given to a probe with little patience while Redis hangs: nothing waits for jobs', async () => {
    profile.redis.freeze();
    const answers = await Promise.all([ready(), ready()]);
    profile.redis.thaw();
    expect(answers.map(({ status, body }) => [status, body.status, body.jobs])).toEqual(
      answers.map(() => [200, 'ready', { state: 'unavailable' }]),
    );
  });

  it('an API starts without Redis, says so, and looks into the queue once it is there', async () => {
    await profile.redis.kill();
    const started = await profile.api();
    expect(started.child.stderr).toContain(`Redis at ${profile.redis.url}, does not answer (`);
    const jobs = async () => {
      const answer = await fetch(`${started.address}/health/ready`);
      const body: ReturnType<typeof JSON.parse> = JSON.parse(await answer.text());
      return [answer.status, body.jobs.state];
    };
    expect(await jobs()).toEqual([200, 'unavailable']);
    await profile.redis.start();
    await until('the queue answers', async () => (await jobs())[1] === 'answering');
    expect(await stopChild(started.child)).toMatchObject({ code: 0 });
  }, 60_000);

  it('a worker starts without Redis, says that jobs wait, leads, and does them once it is there', async () => {
    await profile.redis.kill();
    const started = await profile.worker();
    expect(started.stderr).toMatch(
      /"level":40.*Redis at \S+, does not answer \(.*Jobs wait until it answers/,
    );
    await stopChild(worker);
    await started.says(/"msg":"leads the projections/);
    await started.says(/"msg":"leads the reactions/);
    await profile.redis.start();
    await started.says(/"level":30.*"msg":"the job queue, Redis at \S+, answers again"/);
    worker = started;
  }, 60_000);

  it('a worker tells once that its event store does not answer, and once that it does again', async () => {
    await eventStore.kill();
    await worker.says(/"the event store does not answer"/);
    await eventStore.startAgain();
    await worker.says(/"the event store answers again"/);
    const told = [...worker.stderr.matchAll(/"level":(\d+).*"msg":"(the event store .+?)"/g)];
    expect(told.map(([, level, what]) => `${level} ${what}`)).toEqual([
      '50 the event store does not answer',
      '30 the event store answers again',
    ]);
  }, 60_000);

  it('readiness names the event store, then PostgreSQL beside it, in the time of that probe', async () => {
    await eventStore.kill();
    expect(await ready()).toEqual({
      status: 503,
      body: {
        status: 'not-ready',
        waitingFor: 'the event store (EventStoreDB does not answer)',
        projection: { state: 'elsewhere', number: 0, lag: null, unanswered: ['event-store'] },
        jobs: { state: 'answering', dead: 0 },
        leaders: { projections: expect.anything(), reactions: expect.anything() },
      },
    });
    await profile.postgres.kill();
    expect(await ready()).toEqual({
      status: 503,
      body: {
        status: 'not-ready',
        waitingFor:
          'the read model (PostgreSQL does not answer) and the event store (EventStoreDB does not answer)',
        projection: {
          ...{ state: 'elsewhere', number: null, lag: null },
          unanswered: ['read-model', 'event-store'],
        },
        jobs: { state: 'answering', dead: 0 },
      },
    });
    await profile.postgres.startAgain();
    await eventStore.startAgain();
    await until('it is ready again', async () => (await ready()).status === 200, 60_000);
  }, 120_000);
});
