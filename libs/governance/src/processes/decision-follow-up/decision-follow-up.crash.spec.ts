import 'reflect-metadata';
import { digestOfBody, runCommand, type EventStore, type Request } from '@docket/kernel';
import { COMPONENT, Motion, followUpOf, type MotionEvent } from '../..';
import { anotherRuntime, followUpOver, KeptCheckpoint, openBoard } from '../../testing/board';
import { dyingAt } from '../../testing/dying-log';
import { gatesOf } from '../../testing/gates';

/** Runs the follow-up until it dies or is done. */
const runOver = async (store: EventStore, seed: string, checkpoint: KeptCheckpoint) => {
  const runner = followUpOver(store, seed, checkpoint);
  runner.start();
  const status = await runner.waitUntilIdle();
  await runner.stop();
  return status;
};

describe.each(['for', 'against'] as const)('A follow-up of votes %s that is killed', (choice) => {
  const walk = async (kills: readonly (readonly [number, 'before' | 'after'])[], keep: boolean) => {
    const slice = await openBoard();
    try {
      const bodyId = await slice.board.convene('mona');
      const projectId = await slice.board.propose();
      const at = gatesOf(slice);
      await at.stand(projectId);
      await at.judge(projectId, 'dina', 'met');
      const answer = await slice.board.table(bodyId, projectId);
      const motionId = answer.outcome === 'accepted' ? answer.id : '';
      await slice.board.open(motionId);
      for (const who of ['cleo', 'mona']) await slice.board.vote(motionId, who, choice);
      await slice.board.close(motionId);
      if (choice === 'for') await slice.board.record(motionId);
      const kept = new KeptCheckpoint();
      for (const [index, [n, when]] of kills.entries())
        await runOver(dyingAt(slice.store, n, when), `killed-${index}`, keep ? kept : new KeptCheckpoint());
      const status = await runOver(slice.store, 'last', keep ? kept : new KeptCheckpoint());
      expect(status.unfinished).toEqual([]);
      const streams = [`docket-decision-follow-up-${followUpOf(motionId)}`, `docket-project-${projectId}`];
      const events = await Promise.all(streams.map((stream) => slice.events(stream)));
      return events.map((stream) => stream.map(({ type, data }) => ({ type, data })));
    } finally {
      await slice.close();
    }
  };

  const points = [1, 2, 3].flatMap((n) => (['before', 'after'] as const).map((when) => [n, when] as const));

  it.each(points)(
    'at append %i, %s it was written, ends in the same streams as one that is not',
    async (n, when) => expect(await walk([[n, when]], true)).toEqual(await walk([], true)),
  );

  it('lets the project through its gate once, or not at all', async () => {
    const [, project = []] = await walk(points, false);
    const passed = project.filter(({ type }) => type === 'GatePassed').length;
    expect(passed).toBe(choice === 'for' ? 1 : 0);
  });

  it('at every append, again and again, with its checkpoint lost, ends in the same streams too', async () =>
    expect(await walk(points, false)).toEqual(await walk([], true)));
});

describe('Imported history', () => {
  it('never starts a follow-up', async () => {
    const slice = await openBoard();
    try {
      const runtime = anotherRuntime(slice.store, 'import');
      const [motionId, projectId] = [
        'a3d94e0b-1f6c-8b27-8e05-5c9d1f7a2b64',
        '7c20b8d1-94ae-8f63-b210-3d8a6e5f4c97',
      ];
      const known = { motionId, bodyId: motionId, projectId };
      const history: readonly MotionEvent[] = [
        {
          type: 'MotionTabled',
          data: {
            ...known,
            portfolioId: 'p',
            matter: COMPONENT,
            kind: null,
            ask: 'go',
            question: 'Go?',
            proposer: 'ada',
            supersedes: null,
          },
        },
        {
          type: 'DecisionRecorded',
          data: {
            ...known,
            outcome: 'go',
            rationale: 'Yes',
            grants: [],
            callIn: [],
            supersedes: null,
            decidedAt: '2016-07-01T00:00:00.000Z',
            conditions: [],
          },
        },
      ];
      const request: Request = {
        actor: 'ada',
        authentication: 'import',
        operation: 'import',
        key: 'history',
        bodyDigest: digestOfBody('history'),
        correlationId: 'import',
        origin: 'import',
        knownAt: '2016-07-01T00:00:00.000Z',
      };
      const asRecorded = {
        ...Motion.decider,
        decide: () => ({ outcome: 'accepted', events: history }) as const,
      };
      await runCommand(runtime, { ...Motion, decider: asRecorded }, motionId, request, () => ({
        type: 'CloseBallot',
        data: { body: { status: 'absent' }, project: undefined },
      }));
      const status = await runOver(slice.store, 'follow', new KeptCheckpoint());
      expect(status.unfinished).toEqual([]);
      expect(status.position).toBe(await slice.store.head());
      expect(await slice.events(`docket-decision-follow-up-${followUpOf(motionId)}`)).toEqual([]);
    } finally {
      await slice.close();
    }
  });
});
