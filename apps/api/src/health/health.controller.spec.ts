import type {
  JobsStatus,
  Leader,
  Leaders,
  ProjectionStatus,
  ReactionsStatus,
  System,
  Unanswered,
} from '@docket/host';
import { LeasesUnavailable } from '@docket/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Outages } from '../problems/outages';
import { HealthController } from './health.controller';
import { Readiness } from './readiness';

const live: ProjectionStatus = { state: 'live', number: 48, lag: { events: 0, seconds: 0 } };

const idle: JobsStatus = { state: 'answering', dead: 0 };

/** What readiness answers while the projections stand like this, and the status that goes with it. */
const asked = async (
  projection: ProjectionStatus,
  {
    waitingFor,
    reactions,
    leaders,
    jobs = idle,
    profile = 'server',
    said: lines = [],
  }: Readonly<{
    waitingFor?: string;
    reactions?: ReactionsStatus;
    leaders?: Leaders | LeasesUnavailable;
    jobs?: JobsStatus;
    profile?: 'server' | 'embedded';
    /** Takes what the log of the server says. */
    said?: string[];
  }> = {},
) => {
  const readiness = new Readiness();
  readiness.waitingFor = waitingFor;
  let status = 200;
  const reply: Pick<FastifyReply, 'code'> = {
    code(code) {
      status = code;
      return this as FastifyReply;
    },
  };
  const system = {
    settings: { profile: { kind: profile } },
    projection: async () => projection,
    reactions: () => reactions,
    leaders: async () => {
      if (leaders instanceof LeasesUnavailable) throw leaders;
      return leaders;
    },
    jobs: async () => jobs,
    adapters: {},
  } as unknown as System;
  const outages = new Outages(system);
  const request = { log: { error: (_: object, line: string) => void lines.push(line) } };
  const controller = new HealthController(system, readiness, outages);
  const said = await controller.ready(request as unknown as FastifyRequest, reply as FastifyReply);
  outages.onModuleDestroy();
  return { code: status, said };
};

describe('readiness', () => {
  it('is given while the read model keeps up', async () => {
    const { code, said } = await asked({ ...live, lag: { events: 3, seconds: 30 } });
    expect([code, said]).toEqual([
      200,
      { status: 'ready', projection: { ...live, lag: { events: 3, seconds: 30 } }, jobs: idle },
    ]);
  });

  it.each<[string, ProjectionStatus, string | undefined, string]>([
    [
      'more than half a minute behind',
      { ...live, lag: { events: 9, seconds: 31 } },
      undefined,
      'projections (live, 31 s behind)',
    ],
    [
      'a read model that another process no longer keeps up',
      { ...live, state: 'elsewhere', lag: { events: 9, seconds: 75 } },
      undefined,
      'projections (elsewhere, 75 s behind: is a worker running?)',
    ],
    [
      'projections that stopped',
      { ...live, state: 'stopped', error: 'EventNotApplied' },
      undefined,
      'projections (stopped, 0 s behind)',
    ],
    [
      'a log that somebody changed',
      { state: 'stopped', number: 7, lag: null, error: 'Stream a is truncated. Remove its metadata.' },
      undefined,
      'projections (stopped: Stream a is truncated. Remove its metadata. They go on by themselves within a minute of that.)',
    ],
    ['catching up', { ...live, state: 'catching-up' }, undefined, 'projections (catching-up, 0 s behind)'],
    ['the sample still loading', live, 'the sample portfolio', 'the sample portfolio'],
  ])('is withheld for %s, and says so', async (_, projection, waiting, waitingFor) => {
    const { code, said } = await asked(projection, waiting === undefined ? {} : { waitingFor: waiting });
    expect([code, said]).toEqual([503, { status: 'not-ready', waitingFor, projection, jobs: idle }]);
  });

  it.each<JobsStatus>([{ state: 'answering', dead: 3 }, { state: 'unavailable' }])(
    'tells how the job queue stands, and waits for none of it: %j',
    async (jobs) =>
      expect(await asked(live, { jobs })).toEqual({
        code: 200,
        said: { status: 'ready', projection: live, jobs },
      }),
  );

  it('tells how the processes stand, and is withheld while they have failed', async () => {
    const running: ReactionsStatus = { state: 'running', unfinished: 1 };
    expect(await asked(live, { reactions: running })).toEqual({
      code: 200,
      said: { status: 'ready', projection: live, reactions: running, jobs: idle },
    });
    const reactions: ReactionsStatus = { state: 'failed', unfinished: 0, error: 'Error: unknown event' };
    expect(await asked(live, { reactions })).toEqual({
      code: 503,
      said: {
        status: 'not-ready',
        waitingFor: 'reactions (failed; begun anew every minute)',
        projection: live,
        reactions,
        jobs: idle,
      },
    });
  });

  const led: Leader = { process: 'north/7', since: '2026-11-28T09:00:00.000Z', silentSeconds: 1 };
  const unled = (silentSeconds: number | null, more: Partial<Leader> = {}): Leader => ({
    process: null,
    since: null,
    silentSeconds,
    ...more,
  });

  it.each<[string, Leaders]>([
    ['who leads', { projections: led, reactions: led }],
    ['that somebody is about to follow a leader that is gone', { projections: led, reactions: unled(30) }],
  ])('tells %s', async (_, leaders) => {
    expect(await asked(live, { leaders })).toEqual({
      code: 200,
      said: { status: 'ready', projection: live, leaders, jobs: idle },
    });
  });

  it.each<[string, Leaders, string]>([
    [
      'no worker ever ran',
      { projections: unled(null), reactions: unled(null) },
      'projections (led by no process: is a worker running?)',
    ],
    [
      'nobody has led the reactions for long',
      { projections: led, reactions: unled(31) },
      'reactions (led by no process for 31 s: is a worker running?)',
    ],
    [
      'the last leader has given up, at once',
      { projections: unled(4, { resignedFor: 'Event 7 was not applied.' }), reactions: led },
      'projections (led by no process for 4 s: Event 7 was not applied.)',
    ],
  ])('is withheld where %s', async (_, leaders, waitingFor) => {
    expect(await asked(live, { leaders })).toEqual({
      code: 503,
      said: { status: 'not-ready', waitingFor, projection: live, leaders, jobs: idle },
    });
  });

  const away = (number: number | null, unanswered: readonly Unanswered[]): ProjectionStatus => ({
    ...{ state: 'elsewhere', number, lag: null, unanswered },
  });

  it.each<[string, ProjectionStatus, Leaders | LeasesUnavailable, string]>([
    [
      'the event store, beside what the read model says',
      away(48, ['event-store']),
      { projections: led, reactions: led },
      'the event store (EventStoreDB does not answer)',
    ],
    [
      'the read model',
      away(null, ['read-model']),
      new LeasesUnavailable('It said nothing.'),
      'the read model (PostgreSQL does not answer)',
    ],
    [
      'both',
      away(null, ['read-model', 'event-store']),
      new LeasesUnavailable('It said nothing.'),
      'the read model (PostgreSQL does not answer) and the event store (EventStoreDB does not answer)',
    ],
    [
      'who knows who leads',
      { ...live, state: 'elsewhere' },
      new LeasesUnavailable('It said nothing.'),
      'the read model (PostgreSQL does not answer)',
    ],
    [
      'a PostgreSQL that takes no writes, with what it says of itself',
      { ...live, state: 'elsewhere' },
      new LeasesUnavailable('No.', { reason: 'PostgreSQL takes no writes.' }),
      'the read model (PostgreSQL takes no writes.)',
    ],
  ])(
    'is withheld, in its own shape, where this does not answer: %s',
    async (_, projection, seen, waitingFor) => {
      expect(await asked(projection, { leaders: seen })).toEqual({
        code: 503,
        said: {
          status: 'not-ready',
          waitingFor,
          projection,
          jobs: idle,
          ...(seen instanceof LeasesUnavailable ? {} : { leaders: seen }),
        },
      });
    },
  );

  it('names no server where there is none', async () => {
    const { said } = await asked(away(null, ['read-model']), { profile: 'embedded' });
    expect(said.waitingFor).toBe('the read model (it does not answer)');
  });

  it('is told to the log of the server when it is the first to meet an outage', async () => {
    const said: string[] = [];
    await asked(away(null, ['read-model', 'event-store']), { said });
    expect(said).toEqual(
      ['the read model', 'the event store'].map(
        (what) => `${what} does not answer; requests are turned away until it does`,
      ),
    );
  });
});
