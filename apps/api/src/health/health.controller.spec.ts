import type { JobsStatus, Leader, Leaders, ProjectionStatus, ReactionsStatus, System } from '@docket/host';
import type { FastifyReply } from 'fastify';
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
  }: Readonly<{
    waitingFor?: string;
    reactions?: ReactionsStatus;
    leaders?: Leaders;
    jobs?: JobsStatus;
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
  const system: Pick<System, 'projection' | 'reactions' | 'leaders' | 'jobs'> = {
    projection: async () => projection,
    reactions: () => reactions,
    leaders: async () => leaders,
    jobs: async () => jobs,
  };
  const controller = new HealthController(system as System, readiness);
  const said = await controller.ready(reply as FastifyReply);
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
});
