import {
  accept,
  defineCodec,
  derivedUuid,
  digestOfBody,
  runCommand,
  type Aggregate,
  type Command,
  type Event,
} from '@docket/kernel';
import { until } from '@docket/kernel/testing';
import type { System } from '@docket/host';
import type { TestDocket } from './docket.fixture';

type Teleported = Event<'ProjectTeleported', { to: string }>;

/** What a later release may record of a project, and this one does not know. */
const Later: Aggregate<number, Command<'Teleport', { to: string }>, Teleported, never> = {
  category: 'project',
  decider: {
    initialState: () => 0,
    evolve: (count) => count + 1,
    decide: ({ data }) => accept({ type: 'ProjectTeleported', data }),
  },
  codec: defineCodec<Teleported>({
    versions: { ProjectTeleported: 1 },
    upcasters: { 'ProjectTeleported.v1': (data) => ({ type: 'ProjectTeleported', data }) },
    words: {},
  }),
  portfolioOf: () => undefined,
};

const teleport = ({ runtime }: System) =>
  runCommand(
    runtime,
    Later,
    derivedUuid('a project of tomorrow'),
    {
      actor: 'p-maya',
      authentication: 'test',
      operation: 'teleport',
      key: 'once',
      bodyDigest: digestOfBody('once'),
      correlationId: 'once',
      origin: 'live',
    },
    () => ({ type: 'Teleport', data: { to: 'the moon' } }),
  );

type Apart = Readonly<{
  docket: TestDocket;
  /** The system that projects. */ projecting: System;
  again: () => Promise<unknown>;
}>;

/** What an event of a type nobody knows does, in each profile. */
export const describeUnknownEvent = (profile: string, start: () => Promise<Apart>) =>
  describe(`an event of a type this release does not know: ${profile}`, () => {
    let apart: Apart;
    beforeAll(async () => {
      apart = await start();
      const maya = await apart.docket.as('p-maya');
      await maya.post('/api/v1/portfolios', { name: 'City', currency: 'GBP', timeZone: 'Europe/London' });
      await teleport(apart.docket.running.system);
    });
    afterAll(() => apart.docket.stopAndForget());

    const SAID =
      /^Event 2 \(ProjectTeleported\.v1, \w+-project-[0-9a-f-]{36}@0, position [0-9/]+\) was not applied: .*ProjectTeleported\.v1.*Where the log is whole, run the release that wrote it\.$/;

    it('stops the projections before it, which say which event it is and what would help', async () => {
      const error = await until('the projections stop', () => apart.projecting.stoppedBy());
      expect(error).toEqual(expect.objectContaining({ name: 'EventNotApplied' }));
      const told = await until('readiness says which', async () => {
        const { status, body } = await apart.docket.visitor.get('/health/ready');
        const which = body.projection?.error ?? body.leaders?.projections.resignedFor;
        return which !== undefined && { status, number: body.projection.number, which };
      });
      expect(told).toEqual({ status: 503, number: 1, which: expect.stringMatching(SAID) });
    });

    it('leaves to be read what came before it, and not as what is now', async () => {
      const now = () => apart.docket.visitor.get('/api/v1/portfolios');
      await until('what is now is refused', async () => (await now()).body.code === 'projections-stopped');
      const { status, body } = await apart.docket.visitor.get('/api/v1/portfolios?asOf=1');
      expect([status, body.rows.map(({ name }: { name: string }) => name)]).toEqual([200, ['City']]);
    });

    it('is said at the next start, which does not come about', async () => {
      await expect(apart.again()).rejects.toThrow(SAID);
    });
  });
