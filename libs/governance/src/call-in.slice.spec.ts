import 'reflect-metadata';
import { dueStepTable, type EventStore, type Instant } from '@docket/kernel';
import { DeclareInterestCommand } from '@docket/project';
import {
  CallInDecisionCommand,
  callInClock,
  callInClockOf,
  decisionRegister,
  delegatedDecisions,
  RatifyDecisionCommand,
  toDoOf,
} from '.';
import { asked, followUpOver, portfolioId } from './testing/board';
import { callInClocksOver, openDelegation, type Delegation } from './testing/delegation';
import { dyingAt } from './testing/dying-log';

const UNTIL: Instant = '2026-03-05T09:00:00.000Z';

describe('a decision under a grant that gives three days to call it in', () => {
  let slice: Delegation;
  let motionId: string;
  let grantId: string;
  let projectId: string;
  beforeEach(async () => {
    slice = await openDelegation();
    const decided = await slice.carriedByLead({ perDecision: '5000', callInHours: 72 });
    ({ motionId, grantId, projectId } = decided);
    expect(await slice.recordAs('lea', motionId)).toMatchObject({ outcome: 'accepted' });
  });
  afterEach(() => slice.close());

  const callIn = (who: string, reason = 'The ground is not surveyed.', key = `call-in-${who}`) =>
    slice.commands.execute(new CallInDecisionCommand(asked(who, key, reason), { motionId, reason }));
  const ratify = (who: string, reason = 'We agree.') =>
    slice.commands.execute(
      new RatifyDecisionCommand(asked(who, `ratify-${who}`, reason), { motionId, reason }),
    );
  const follow = async (store: EventStore = slice.store) => {
    const runner = followUpOver(store, `follow-${await slice.store.head()}`);
    runner.start();
    await runner.waitUntilIdle();
    await runner.stop();
  };
  /** Runs the clocks over the whole log at an instant, and wakes the one of this decision. */
  const ringAt = async (at: Instant, store: EventStore = slice.store) => {
    const runner = callInClocksOver(store, `clocks-${at}`, at);
    runner.start();
    await runner.waitUntilIdle();
    await runner.wake(callInClockOf(motionId));
    await runner.stop();
  };
  const lines = async (at?: Instant) => {
    const { readModel, cut } = await slice.read();
    const filter = { portfolioId, bodyId: slice.bodies.board };
    return delegatedDecisions(readModel, { number: cut.number, at: at ?? cut.at }, filter);
  };
  const typesOf = async (stream: string) => (await slice.events(stream)).map(({ type }) => type);
  const said = async () =>
    (await slice.events(`docket-motion-${motionId}`)).slice(5).map(({ type, data }) => ({ type, data }));
  const waiting = async () => {
    const { readModel, cut } = await slice.read();
    return readModel.rowsAsOf(dueStepTable, cut.number, { scope: callInClock.name });
  };

  it('is listed at the body that delegated, with until when; at that very instant it is over', async () => {
    expect(await lines('2026-03-05T08:59:59.999Z')).toMatchObject([
      {
        ...{ motionId, bodyId: slice.bodies.lead, outcome: 'go', standing: 'in-force' },
        ...{ callableUntil: UNTIL, callIn: [{ grantId, bodyId: slice.bodies.board, until: UNTIL }] },
      },
    ]);
    expect(await lines(UNTIL)).toMatchObject([{ standing: 'in-force', callableUntil: null }]);
  });

  it('called in does not stand, and waits for the body that did', async () => {
    await follow();
    expect(await callIn('sami')).toMatchObject({ outcome: 'accepted' });
    expect(await said()).toEqual([
      {
        type: 'DecisionCalledIn',
        data: {
          ...{ motionId, projectId, bodyId: slice.bodies.board, grantId },
          reason: 'The ground is not surveyed.',
        },
      },
    ]);
    const { readModel, cut } = await slice.read();
    expect(await decisionRegister(readModel, cut, { portfolioId, standing: 'called-in' })).toMatchObject([
      { motionId, standing: 'called-in', callableUntil: null, calledIn: { by: 'sami' } },
    ]);
    expect(await toDoOf(readModel, cut, { portfolioId, person: 'cleo' })).toMatchObject([
      { task: 'decide-called-in', motionId, bodyId: slice.bodies.board },
    ]);
    expect(await toDoOf(readModel, cut, { portfolioId, person: 'lea' })).toEqual([]);
  });

  it('called in before it has reached its project does not reach it, and lets it go', async () => {
    await callIn('cleo');
    await follow();
    const [last] = (await slice.events(`docket-project-${projectId}`)).slice(-1);
    expect(last?.type).toBe('MotionReleased');
    expect(await lines()).toMatchObject([
      { standing: 'called-in', followUp: { state: 'refused', code: 'decision-called-in' } },
    ]);
  });

  it('called in after it has reached its project leaves what was carried, and no other body decides meanwhile', async () => {
    await follow();
    await callIn('cleo');
    const before = await slice.events(`docket-project-${projectId}`);
    expect(before.at(-1)?.type).toBe('DecisionCarried');
    const { lead, board } = slice.bodies;
    for (const bodyId of [lead, board])
      expect(await slice.board.table(bodyId, projectId, `plain-${bodyId}`, 'hold')).toMatchObject({
        refusal: { code: 'decision-called-in' },
      });
    expect(await slice.supersede(lead, projectId, motionId, 'hold')).toMatchObject({
      refusal: { code: 'decision-called-in' },
    });
    expect(await slice.events(`docket-project-${projectId}`)).toEqual(before);
  });

  it('is superseded by what the body that called it in decides, and what it used of its grant is free again', async () => {
    await follow();
    await callIn('cleo');
    const tabled = await slice.supersede(slice.bodies.board, projectId, motionId, 'kill');
    const by = tabled.outcome === 'accepted' ? tabled.id : tabled.refusal.code;
    await slice.decideByBoard(by);
    await follow();
    expect((await said()).at(-1)).toEqual({
      type: 'DecisionSuperseded',
      data: { motionId, projectId, by, outcome: 'kill' },
    });
    const { readModel, cut } = await slice.read();
    expect(await decisionRegister(readModel, cut, { portfolioId })).toMatchObject([
      { motionId: by, outcome: 'kill', standing: 'in-force', supersedes: motionId },
      { motionId, outcome: 'go', standing: 'superseded', superseded: { by, outcome: 'kill' } },
    ]);
    expect(await toDoOf(readModel, cut, { portfolioId, person: 'cleo' })).toEqual([]);
    expect(await typesOf(`docket-grant-${grantId}`)).toEqual([
      ...['GrantGiven', 'AmountReserved', 'ReservationConfirmed', 'AmountFreed'],
    ]);
    expect(await callIn('cleo', 'Again.', 'again')).toMatchObject({
      refusal: { code: 'decision-superseded' },
    });
  });

  it('confirmed by the body that called it in keeps what it used', async () => {
    await follow();
    await callIn('cleo');
    const tabled = await slice.supersede(slice.bodies.board, projectId, motionId, 'go');
    await slice.decideByBoard(tabled.outcome === 'accepted' ? tabled.id : tabled.refusal.code);
    await follow();
    expect(await typesOf(`docket-grant-${grantId}`)).not.toContain('AmountFreed');
  });

  it('is called in once, by who conducts the body, with a reason, and in time', async () => {
    expect(await callIn('lea')).toMatchObject({ refusal: { code: 'not-yours-to-call-in' } });
    expect(await callIn('mona')).toMatchObject({ refusal: { code: 'not-yours-to-call-in' } });
    expect(await callIn('cleo', ' ')).toMatchObject({ refusal: { code: 'reason-missing' } });
    expect(await callIn('cleo', 'Now.', 'now')).toMatchObject({ outcome: 'accepted' });
    expect(await callIn('sami')).toMatchObject({ refusal: { code: 'decision-called-in' } });
  });

  it('is not called in by somebody who has an interest in the project', async () => {
    const data = { projectId, personId: 'cleo', nature: 'family', description: 'My brother.' } as const;
    await slice.commands.execute(new DeclareInterestCommand(asked('cleo', 'declare'), data));
    expect(await callIn('cleo')).toMatchObject({ refusal: { code: 'recused' } });
    expect(await callIn('sami')).toMatchObject({ outcome: 'accepted' });
  });

  it('is called in no more at the instant its time ends, whether anybody has looked or not', async () => {
    slice.clock.set(UNTIL);
    expect(await callIn('cleo')).toMatchObject({ refusal: { code: 'call-in-over' } });
  });

  it('is called in up to the last moment before', async () => {
    slice.clock.set('2026-03-05T08:59:59.999Z');
    expect(await callIn('cleo')).toMatchObject({ outcome: 'accepted' });
  });

  it('ratified can be called in no more', async () => {
    expect(await ratify('lea')).toMatchObject({ refusal: { code: 'not-yours-to-call-in' } });
    expect(await ratify('cleo')).toMatchObject({ outcome: 'accepted' });
    expect(await lines()).toMatchObject([
      { standing: 'in-force', callableUntil: null, ratified: [{ by: 'cleo', reason: 'We agree.' }] },
    ]);
    expect(await callIn('cleo')).toMatchObject({ refusal: { code: 'decision-ratified' } });
    await ringAt(UNTIL);
    expect((await said()).map(({ type }) => type)).toEqual(['DecisionRatified']);
  });

  it('has its window closed by a clock when its time has ended, as of that instant', async () => {
    await ringAt('2026-03-05T08:59:59.999Z');
    expect(await said()).toEqual([]);
    expect(await waiting()).toMatchObject([{ row: { due: UNTIL } }]);
    await ringAt('2026-03-07T00:00:00.000Z');
    expect(await said()).toEqual([
      { type: 'CallInWindowClosed', data: { motionId, projectId, endedAt: UNTIL } },
    ]);
    expect(await waiting()).toEqual([]);
    expect(await lines()).toMatchObject([{ standing: 'in-force', closedAt: UNTIL }]);
  });

  const points = [1, 2, 3].flatMap((n) => (['before', 'after'] as const).map((when) => [n, when] as const));

  it.each(points)(
    'whose clock is killed at append %i, %s it was written, has its window closed once',
    async (n, when) => {
      await ringAt(UNTIL, dyingAt(slice.store, n, when)).catch(() => undefined);
      await ringAt(UNTIL);
      await ringAt(UNTIL);
      expect((await said()).map(({ type }) => type)).toEqual(['CallInWindowClosed']);
      expect(await waiting()).toEqual([]);
    },
  );

  it('that ended its project is not called in once the project has followed', async () => {
    const other = await slice.board.propose('Southern rail');
    const rejected = await slice.board.table(slice.bodies.lead, other, 'reject', 'reject');
    motionId = rejected.outcome === 'accepted' ? rejected.id : rejected.refusal.code;
    for (const step of [slice.openAs, slice.voteAs, slice.closeAs, slice.recordAs])
      await step('lea', motionId);
    await follow();
    expect(await callIn('cleo')).toMatchObject({ refusal: { code: 'project-not-decidable' } });
  });
});
