import 'reflect-metadata';
import { DeclareInterestCommand, gatesOfProjectAt } from '@docket/project';
import { motionGate } from './features/find-motion-gate/motion-gate';
import { asked, followUpOver, openBoard } from './testing/board';
import { survey } from './testing/conditions';
import { gatesOf } from './testing/gates';

describe('a motion on a project at a gate', () => {
  let slice: Awaited<ReturnType<typeof openBoard>>;
  let at: ReturnType<typeof gatesOf>;
  let bodyId: string;
  let projectId: string;
  beforeEach(async () => {
    slice = await openBoard();
    at = gatesOf(slice);
    bodyId = await slice.board.convene('mona');
    projectId = await slice.board.propose();
    await at.stand(projectId);
  });
  afterEach(() => slice.close());

  const tabled = async (ask: 'go' | 'conditional-go' | 'hold' | 'recycle' = 'go', key = 'motion') => {
    const answer = await slice.board.table(bodyId, projectId, key, ask);
    return answer.outcome === 'accepted' ? answer.id : answer.refusal.code;
  };
  const gate = async (motionId: string) => {
    const { readModel, cut } = await slice.read();
    const answer = await motionGate(readModel, cut, { motionId });
    return 'refusal' in answer ? answer.refusal : [answer.atOpening?.unmet, answer.now?.unmet];
  };
  const decide = async (motionId: string, conditions?: readonly (typeof survey)[]) => {
    for (const who of ['cleo', 'mona']) await slice.board.vote(motionId, who, 'for');
    await slice.board.close(motionId);
    const recorded = await slice.board.record(motionId, conditions);
    const runner = followUpOver(slice.store, motionId);
    runner.start();
    await runner.waitUntilIdle();
    await runner.stop();
    return recorded.outcome;
  };
  const where = async () => {
    const { readModel, cut } = await slice.read();
    const answer = await gatesOfProjectAt(readModel, cut, { projectId });
    return 'refusal' in answer
      ? answer.refusal
      : [answer.standing?.gateId ?? null, answer.passed.map((one) => [one.outcome, one.unmet])];
  };

  it('gets no ballot on a plain go while what must be met is not; what only should be keeps none away', async () => {
    const motionId = await tabled();
    expect(await slice.board.open(motionId)).toEqual({
      outcome: 'refused',
      refusal: {
        code: 'gate-not-met',
        message:
          'The project stands at gate "Business case", and what must be met there is not: money - "The money is there.". Have it judged met, or ask for a conditional go.',
      },
    });
    await at.judge(projectId, 'dina', 'met');
    expect(await slice.board.open(motionId, undefined, 'again')).toMatchObject({ outcome: 'accepted' });
  });

  it('gets one where what must be met does not apply', async () => {
    const motionId = await tabled();
    await at.judge(projectId, 'dina', 'not-applicable');
    expect(await slice.board.open(motionId)).toMatchObject({ outcome: 'accepted' });
  });

  it.each(['conditional-go', 'recycle'] as const)('gets one on a %s all the same', async (ask) =>
    expect(await slice.board.open(await tabled(ask))).toMatchObject({ outcome: 'accepted' }),
  );

  it('shows the gate as the body saw it when the ballot opened, beside what it is now', async () => {
    await at.judge(projectId, 'dina', 'met');
    const motionId = await tabled();
    expect(await gate(motionId)).toEqual([undefined, []]);
    await slice.board.open(motionId);
    expect(await gate(motionId)).toEqual([[], []]);
    await at.judge(projectId, 'carl', 'not-met');
    expect(await gate(motionId)).toEqual([[], ['money']]);
  });

  it('is decided by what the body saw: what falls while it votes is named when the gate is passed', async () => {
    await at.judge(projectId, 'dina', 'met');
    const motionId = await tabled();
    await slice.board.open(motionId);
    await at.judge(projectId, 'carl', 'not-met');
    expect(await decide(motionId)).toBe('accepted');
    expect(await where()).toEqual([null, [['go', ['money']]]]);
    expect(await gate(motionId)).toEqual([[], undefined]);
  });

  it('gets none while who judged it has an interest in it, and is shown as the body saw it when that comes later', async () => {
    await at.judge(projectId, 'dina', 'met');
    const tie = { projectId, personId: 'dina', nature: 'family', description: 'My brother.' } as const;
    const declare = () => slice.commands.execute(new DeclareInterestCommand(asked('dina', 'tie'), tie));
    const motionId = await tabled();
    await slice.board.open(motionId);
    await declare();
    expect(await gate(motionId)).toEqual([[], ['money']]);
    await slice.board.close(motionId);
    expect(await slice.board.open(motionId, undefined, 'second')).toMatchObject({
      refusal: { code: 'gate-not-met' },
    });
    await at.judge(projectId, 'carl', 'met');
    expect(await slice.board.open(motionId, undefined, 'third')).toMatchObject({ outcome: 'accepted' });
    expect(await gate(motionId)).toEqual([[], []]);
  });

  it('lets it through with conditions over what is not met, and says which that was', async () => {
    const motionId = await tabled('conditional-go');
    await slice.board.open(motionId);
    expect(await decide(motionId, [survey])).toBe('accepted');
    expect(await where()).toEqual([null, [['conditional-go', ['money']]]]);
  });

  it('leaves it where it is when it is sent back', async () => {
    const motionId = await tabled('recycle');
    await slice.board.open(motionId);
    expect(await decide(motionId)).toBe('accepted');
    expect(await where()).toEqual(['case', []]);
  });

  it('shows no gate where the project stands at none, and nothing of a motion that is not there', async () => {
    projectId = await slice.board.propose('Southern rail');
    const motionId = await tabled('go', 'other');
    await slice.board.open(motionId);
    expect(await gate(motionId)).toEqual([undefined, undefined]);
    expect(await gate('00000000-0000-8000-8000-000000000000')).toMatchObject({ code: 'motion-unknown' });
  });
});
