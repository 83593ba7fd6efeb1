import 'reflect-metadata';
import { DeclareInterestCommand } from '@docket/project';
import { clockOf, decisionRegister, EscalateMotionCommand, motionById, RevokeGrantCommand, toDoOf } from '.';
import { asked, clocksOver, portfolioId } from './testing/board';
import { attendanceOf } from './features/find-attendance/attendance-of';
import { openDelegation, type Delegation } from './testing/delegation';

describe('a motion that its body may not decide', () => {
  let slice: Delegation;
  beforeEach(async () => {
    slice = await openDelegation();
  });
  afterEach(() => slice.close());

  const escalate = (motionId: string, who: string, bodyId?: string, reason = 'Above our limit.') => {
    const data = { motionId, reason, ...(bodyId === undefined ? {} : { bodyId }) };
    return slice.commands.execute(
      new EscalateMotionCommand(
        {
          ...asked(who, `escalate-${motionId}-${bodyId ?? ''}`, data),
          reach: who === 'pmo' ? 'anything' : 'own',
        },
        data,
      ),
    );
  };
  const motion = async (motionId: string) => {
    const { readModel, cut } = await slice.read();
    const found = await motionById(readModel, cut, { motionId });
    if ('refusal' in found) throw new Error(found.refusal.message);
    return found;
  };

  it('above the limit of a lead goes to the body above, with its ballot and its claim, and is decided there', async () => {
    const { projectId, motionId } = await slice.carriedByLead({ perDecision: '1000' });
    expect(await slice.recordAs('lea', motionId)).toMatchObject({ refusal: { code: 'beyond-authority' } });
    expect(await escalate(motionId, 'lea')).toMatchObject({ outcome: 'accepted' });
    const { lead, board } = slice.bodies;
    expect(await motion(motionId)).toMatchObject({
      ...{ status: 'tabled', bodyId: board, ballot: null, votes: [] },
      formerBallots: [{ bodyId: lead, outcome: { result: 'carried' }, votes: [{ personId: 'lea' }] }],
      escalations: [
        {
          ...{ from: lead, to: board, ground: 'beyond-authority', code: 'over-limit-per-decision' },
          ...{ under: null, reason: 'Above our limit.', by: 'lea' },
        },
      ],
    });
    expect(await slice.board.table(board, projectId, 'another')).toMatchObject({
      refusal: { code: 'motion-already-open' },
    });
    const { readModel, cut } = await slice.read();
    const waiting = await toDoOf(readModel, cut, { portfolioId, person: 'cleo' });
    expect(waiting).toMatchObject([{ task: 'open-ballot', motionId, bodyId: board }]);
    await slice.decideByBoard(motionId);
    const counted = async (bodyId: string) => {
      const { readModel: now, cut: end } = await slice.read();
      const found = await attendanceOf(now, end, { bodyId, portfolioId });
      return 'refusal' in found ? found.refusal.code : found.ballots;
    };
    expect([await counted(lead), await counted(board)]).toEqual([1, 1]);
    const after = await slice.read();
    expect(await decisionRegister(after.readModel, after.cut, { portfolioId })).toMatchObject([
      { motionId, bodyId: board, outcome: 'go', escalations: [{ from: lead, to: board }] },
    ]);
  });

  it('of a lead whose grantor lost the right in the middle of the ballot goes on, and the lead decides nothing', async () => {
    const { board, lead } = slice.bodies;
    const top = await slice.give({ kind: 'portfolio' }, board, {});
    await slice.give({ kind: 'grant', grantId: top }, lead, { perDecision: '5000' });
    const projectId = await slice.board.propose();
    const tabled = await slice.board.table(lead, projectId);
    const motionId = tabled.outcome === 'accepted' ? tabled.id : tabled.refusal.code;
    await slice.openAs('lea', motionId);
    await slice.voteAs('lea', motionId);
    await slice.commands.execute(
      new RevokeGrantCommand(asked('ada', 'revoke'), { grantId: top, reason: 'Dissolved.' }),
    );
    await slice.closeAs('lea', motionId);
    expect(await slice.recordAs('lea', motionId)).toMatchObject({
      refusal: {
        code: 'beyond-authority',
        message: expect.stringMatching(/grant it hangs on: It was revoked/),
      },
    });
    expect(await escalate(motionId, 'lea')).toMatchObject({ refusal: { code: 'no-body-with-authority' } });
    const council = await slice.establish('Council', 'cora');
    expect(await escalate(motionId, 'lea', council)).toMatchObject({ outcome: 'accepted' });
  });

  it('put to the vote again for a time before that of its former ballot is closed by its clock then', async () => {
    const { motionId } = await slice.tabledByLead({ perDecision: '1000' });
    const ring = async (at: string) => {
      const { runner } = clocksOver(slice.store, `clock-${at}`, at);
      runner.start();
      await runner.waitUntilIdle();
      await runner.wake(clockOf(motionId));
      await runner.stop();
    };
    await slice.openAs('lea', motionId, '2026-03-20T17:00:00.000Z');
    await slice.voteAs('lea', motionId);
    await slice.closeAs('lea', motionId);
    await ring('2026-03-02T10:00:00.000Z');
    await escalate(motionId, 'lea');
    await slice.openAs('cleo', motionId, '2026-03-10T17:00:00.000Z');
    for (const who of ['cleo', 'mona']) await slice.voteAs(who, motionId);
    await ring('2026-03-10T17:00:00.000Z');
    expect(await motion(motionId)).toMatchObject({
      ...{ status: 'closed', result: 'carried' },
      outcome: { closedBy: 'process:ballot-clock', endedAt: '2026-03-10T17:00:00.000Z' },
    });
  });

  it('within its authority stays with it', async () => {
    const { motionId } = await slice.tabledByLead({ perDecision: '1200' });
    expect(await escalate(motionId, 'lea')).toMatchObject({ refusal: { code: 'body-may-decide' } });
  });

  it('of a lead who is recused goes to the body above, before any ballot', async () => {
    const { projectId, motionId } = await slice.tabledByLead({ perDecision: '5000' });
    const data = { projectId, personId: 'lea', nature: 'family', description: 'My brother.' } as const;
    await slice.commands.execute(new DeclareInterestCommand(asked('lea', 'declare'), data));
    expect(await escalate(motionId, 'lea')).toMatchObject({ outcome: 'accepted' });
    expect(await motion(motionId)).toMatchObject({
      bodyId: slice.bodies.board,
      escalations: [{ ground: 'nobody-conducts', code: null, under: null }],
    });
  });

  it('of a lead whose grant was revoked in the middle of the ballot goes to the body above', async () => {
    const { motionId, grantId } = await slice.carriedByLead({ perDecision: '5000' });
    await slice.commands.execute(
      new RevokeGrantCommand(asked('ada', 'revoke'), { grantId, reason: 'The year is over.' }),
    );
    expect(await slice.recordAs('lea', motionId)).toMatchObject({ refusal: { code: 'beyond-authority' } });
    await escalate(motionId, 'lea');
    expect((await motion(motionId)).escalations).toMatchObject([{ code: 'grant-revoked' }]);
  });

  it.each([
    ['at the last moment of the grant is recorded', '2026-03-02T11:59:59.999Z', 'accepted'],
    ['at the very moment at which the grant has expired is not', '2026-03-02T12:00:00.000Z', 'refused'],
  ])('recorded %s', async (_, at, outcome) => {
    const until = '2026-03-02T12:00:00.000Z';
    const { motionId } = await slice.carriedByLead({ perDecision: '5000', until });
    slice.clock.set(at);
    expect(await slice.recordAs('lea', motionId)).toMatchObject({ outcome });
    const passedOn = await escalate(motionId, 'lea');
    expect(passedOn.outcome).not.toBe(outcome);
  });

  it('never goes back to a body it was before', async () => {
    const { motionId } = await slice.tabledByLead({ perDecision: '1000' });
    const { lead, board } = slice.bodies;
    await escalate(motionId, 'lea');
    await slice.board.unseat(board, 'mona');
    await slice.board.unseat(board, 'nils');
    expect(await escalate(motionId, 'cleo')).toMatchObject({ refusal: { code: 'no-body-with-authority' } });
    expect(await escalate(motionId, 'cleo', lead)).toMatchObject({
      refusal: { code: 'escalation-in-a-circle' },
    });
    expect(await motion(motionId)).toMatchObject({ status: 'tabled', bodyId: board });
  });

  it('goes to a body without a limit that is named, where too few seats are left on the one it is before', async () => {
    const { motionId } = await slice.tabledByLead({ perDecision: '1000' });
    const council = await slice.establish('Council', 'cora');
    await escalate(motionId, 'lea');
    for (const one of ['mona', 'nils']) await slice.board.unseat(slice.bodies.board, one);
    expect(await escalate(motionId, 'cleo', council)).toMatchObject({ outcome: 'accepted' });
    expect(await motion(motionId)).toMatchObject({
      bodyId: council,
      escalations: [{ ground: 'beyond-authority' }, { ground: 'too-few-seats', from: slice.bodies.board }],
    });
  });

  it('is passed on by who has an office there, or the PMO, with a reason', async () => {
    const { motionId } = await slice.tabledByLead({ perDecision: '1000' });
    expect(await escalate(motionId, 'mona')).toMatchObject({ refusal: { code: 'not-yours-to-escalate' } });
    expect(await escalate(motionId, 'lea', undefined, ' ')).toMatchObject({
      refusal: { code: 'reason-missing' },
    });
    expect(await escalate(motionId, 'pmo')).toMatchObject({ outcome: 'accepted' });
  });

  it('is not passed on while its ballot is open, nor once it is decided', async () => {
    const { motionId } = await slice.tabledByLead({ perDecision: '1000' });
    await slice.openAs('lea', motionId);
    expect(await escalate(motionId, 'lea')).toMatchObject({ refusal: { code: 'ballot-still-running' } });
    const decided = await slice.carriedByLead({ perDecision: '5000' }, 'Southern rail');
    await slice.recordAs('lea', decided.motionId);
    expect(await escalate(decided.motionId, 'lea')).toMatchObject({
      refusal: { code: 'motion-not-escalatable' },
    });
  });

  it('goes to the body whose grant permits it, and to no other that is named', async () => {
    const middle = await slice.establish('Panel', 'pola');
    await slice.give({ kind: 'body', bodyId: slice.bodies.board }, middle, { perDecision: '2000' });
    const { motionId } = await slice.tabledByLead({ perDecision: '1000' });
    expect(await escalate(motionId, 'lea', slice.bodies.board)).toMatchObject({
      refusal: { code: 'not-the-next-body' },
    });
    expect(await escalate(motionId, 'lea')).toMatchObject({ outcome: 'accepted' });
    expect((await motion(motionId)).bodyId).toBe(middle);
  });

  it('passed on twice with one key is passed on once', async () => {
    const { motionId } = await slice.tabledByLead({ perDecision: '1000' });
    expect(await escalate(motionId, 'lea')).toEqual(await escalate(motionId, 'lea'));
    expect((await motion(motionId)).escalations).toHaveLength(1);
  });
});
