import 'reflect-metadata';
import { followUpOver, openBoard, portfolioId } from '../../testing/board';
import { survey } from '../../testing/conditions';
import { gatesOf } from '../../testing/gates';
import { planOfRecord } from './plan-of-record';

type Ask = 'go' | 'conditional-go' | 'hold' | 'recycle' | 'defer' | 'kill' | 'complete' | 'reject';

describe('the plan of record', () => {
  let slice: Awaited<ReturnType<typeof openBoard>>;
  let bodyId: string;
  let projectId: string;
  beforeEach(async () => {
    slice = await openBoard();
    bodyId = await slice.board.convene('mona');
    projectId = await slice.board.propose();
  });
  afterEach(() => slice.close());

  const follow = async (seed: string) => {
    const runner = followUpOver(slice.store, seed);
    runner.start();
    await runner.waitUntilIdle();
    await runner.stop();
  };
  const record = async (ask: Ask, project = projectId) => {
    const tabled = await slice.board.table(bodyId, project, `${ask}-${project}`, ask);
    const motionId = tabled.outcome === 'accepted' ? tabled.id : tabled.refusal.code;
    await slice.board.open(motionId);
    for (const who of ['cleo', 'mona']) await slice.board.vote(motionId, who, 'for');
    await slice.board.close(motionId);
    await slice.board.record(motionId, ask === 'conditional-go' ? [survey] : undefined);
    return motionId;
  };
  const decide = async (ask: Ask, project = projectId) => {
    const motionId = await record(ask, project);
    await follow(motionId);
    return motionId;
  };
  const plan = async () => {
    const { readModel, cut } = await slice.read();
    return planOfRecord(readModel, cut, { portfolioId });
  };
  const inShort = async () =>
    (await plan()).map(({ name, status, decision }) => [name, status, decision?.motionId]);

  it('has nothing that is only proposed, or that a body has yet to decide on', async () => {
    await slice.board.table(bodyId, projectId);
    expect(await plan()).toEqual([]);
  });

  it('has what was authorised, with its baseline and the decision it rests on', async () => {
    const motionId = await decide('go');
    const figures = { wholeLifeCost: '1200', start: '2026-06-01', finish: '2029-06-01' };
    expect(await plan()).toEqual([
      {
        ...{ projectId, name: 'Northern rail', node: null, status: 'authorised', gate: null },
        since: expect.stringMatching(/^2026-03-02T/),
        baseline: { original: figures, current: figures },
        decision: {
          ...{ motionId, bodyId, outcome: 'go', grants: [] },
          decidedAt: expect.stringMatching(/^2026-03-02T/),
        },
      },
    ]);
  });

  it('changes when the decision has reached the work, and not before', async () => {
    const motionId = await record('conditional-go');
    expect(await inShort()).toEqual([]);
    await follow('late');
    expect(await inShort()).toEqual([['Northern rail', 'authorised', motionId]]);
  });

  it('rests on the last decision that authorises or holds; others leave it where it is', async () => {
    await decide('go');
    const held = await decide('hold');
    expect(await inShort()).toEqual([['Northern rail', 'held', held]]);
    await decide('defer');
    await decide('recycle');
    expect(await inShort()).toEqual([['Northern rail', 'held', held]]);
    const again = await decide('conditional-go');
    expect(await inShort()).toEqual([['Northern rail', 'authorised', again]]);
  });

  it.each<Ask>(['kill', 'complete'])('loses what was ended: %s', async (ask) => {
    await decide('go');
    await decide(ask);
    expect(await plan()).toEqual([]);
  });

  it('never had what was rejected', async () => {
    await decide('reject');
    expect(await plan()).toEqual([]);
  });

  it('says at which gate it stands', async () => {
    await decide('go');
    await gatesOf(slice).stand(projectId);
    expect((await plan()).map(({ gate }) => gate)).toEqual(['case']);
  });

  it('is by name, and as of any earlier moment as it was', async () => {
    await decide('go');
    const then = await slice.read();
    await decide('go', await slice.board.propose('Airport line'));
    expect((await inShort()).map(([name]) => name)).toEqual(['Airport line', 'Northern rail']);
    const { readModel } = await slice.read();
    const before = await planOfRecord(readModel, then.cut, { portfolioId });
    expect(before.map(({ name }) => name)).toEqual(['Northern rail']);
  });
});
