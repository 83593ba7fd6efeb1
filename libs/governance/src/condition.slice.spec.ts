import 'reflect-metadata';
import { dueStepTable, type EventStore, type Instant } from '@docket/kernel';
import type { Slice } from '@docket/portfolio/testing';
import {
  conditionById,
  conditionClock,
  conditionClockOf,
  conditionFollowUpOf,
  conditionsOf,
  motionById,
  type ConditionStanding,
} from '.';
import { openBoard, portfolioId, type Board } from './testing/board';
import {
  conditionalGo,
  conditionClocksOver,
  conditionsFollowedOver,
  CONFIRMABLE_UNTIL,
  DUE_UNTIL,
  survey,
} from './testing/conditions';
import { dyingAt } from './testing/dying-log';

const BEFORE: Instant = '2026-04-01T22:59:59.999Z';

describe('A condition of a conditional go', () => {
  let slice: Slice & Readonly<{ board: Board }>;
  let motionId: string;
  let bodyId: string;
  let projectId: string;
  let conditionId: string;
  let second: string;
  let due: (readonly [string, Instant])[];
  const permit = {
    ...survey,
    what: 'The permit is there.',
    due: '2026-06-30',
    consequence: 'escalate',
  } as const;
  beforeEach(async () => {
    slice = await openBoard();
    due = [];
    const gone = await conditionalGo(slice.board, [survey, permit]);
    expect(gone.recorded.outcome).toBe('accepted');
    ({ motionId, bodyId, projectId } = gone);
    [conditionId = '', second = ''] = gone.conditionIds;
  });
  afterEach(() => slice.close());

  const follow = async (store: EventStore = slice.store) => {
    const runner = conditionsFollowedOver(store, 'follow');
    runner.start();
    const { unfinished } = await runner.waitUntilIdle();
    await runner.stop();
    expect(unfinished).toEqual([]);
  };
  /** Runs the clocks over the whole log at an instant, and wakes this condition's. */
  const runAt = async (at: Instant, store: EventStore = slice.store) => {
    const runner = conditionClocksOver(store, `clocks-${at}`, at, (...one) => void due.push(one));
    runner.start();
    await runner.waitUntilIdle();
    await runner.wake(conditionClockOf(conditionId));
    await runner.stop();
  };
  const of = async (stream: string) => (await slice.events(stream)).map(({ type, data }) => ({ type, data }));
  const typesOf = async (stream: string) => (await slice.events(stream)).map(({ type }) => type);
  const streamOf = (id = conditionId) => `docket-condition-${id}`;
  const clockStream = () => `docket-condition-clock-${conditionClockOf(conditionId)}`;
  const listed = async (at: Instant, standing?: ConditionStanding) => {
    const { readModel, cut } = await slice.read();
    const filter = { portfolioId, ...(standing === undefined ? {} : { standing }) };
    const rows = await conditionsOf(readModel, { number: cut.number, at }, filter);
    return rows.map(({ id, standing: stands }) => [id, stands]);
  };
  const waiting = async () => {
    const { readModel, cut } = await slice.read();
    return readModel.rowsAsOf(dueStepTable, cut.number, { scope: conditionClock.name });
  };
  const ofSurvey = () => ({
    ...{ conditionId, portfolioId, motionId, bodyId, projectId, index: 0 },
    ...{ owner: 'pam', due: '2026-04-01', dueUntil: DUE_UNTIL, confirmableUntil: CONFIRMABLE_UNTIL },
    ...{ consequence: 'hold', what: survey.what, evidence: survey.evidence },
  });

  it('is set by the follow-up of the decision, and named by its motion at once', async () => {
    const { readModel, cut } = await slice.read();
    expect(await motionById(readModel, cut, { motionId })).toMatchObject({
      decision: { outcome: 'conditional-go', conditions: [conditionId, second] },
    });
    await follow();
    expect(await of(streamOf())).toEqual([{ type: 'ConditionSet', data: ofSurvey() }]);
    expect(await of(`docket-condition-follow-up-${conditionFollowUpOf(motionId)}`)).toEqual([
      { type: 'ConditionFollowUpOpened', data: { motionId, portfolioId, conditions: 2 } },
      { type: 'ConditionFollowUpStepDone', data: { motionId, index: 0 } },
      { type: 'ConditionFollowUpStepDone', data: { motionId, index: 1 } },
    ]);
    expect((await slice.events(streamOf()))[0]?.meta).toMatchObject({
      actor: 'process:condition-follow-up',
      guards: [{ stream: `docket-motion-${motionId}`, revision: 5 }],
    });
  });

  it('is found by whom it is owned, by its project and by its motion', async () => {
    await follow();
    const { readModel, cut } = await slice.read();
    const found = async (filter: object) =>
      (await conditionsOf(readModel, cut, { portfolioId, ...filter })).map(({ id }) => id);
    expect(await found({ owner: 'pam' })).toEqual([conditionId, second]);
    expect(await found({ owner: 'nobody' })).toEqual([]);
    expect([await found({ project: projectId }), await found({ project: motionId })]).toEqual([
      [conditionId, second],
      [],
    ]);
    expect([await found({ motion: motionId }), await found({ motion: projectId })]).toEqual([
      [conditionId, second],
      [],
    ]);
  });

  it('is open until its day has ended in London, then late, and lapsed when its clock has rung', async () => {
    await follow();
    expect(await listed(BEFORE)).toEqual([
      [conditionId, 'open'],
      [second, 'open'],
    ]);
    expect(await listed(DUE_UNTIL, 'late')).toEqual([[conditionId, 'late']]);
    await runAt(BEFORE);
    expect(await typesOf(streamOf())).toEqual(['ConditionSet']);
    expect(due).toContainEqual([conditionClockOf(conditionId), DUE_UNTIL]);
    await runAt(DUE_UNTIL);
    expect((await of(streamOf())).slice(1)).toEqual([
      {
        type: 'ConditionLapsed',
        data: { conditionId, lapsedAt: DUE_UNTIL, consequence: 'hold', unconfirmed: false },
      },
      { type: 'MotionCalledFor', data: { conditionId, motionId, bodyId, projectId, ask: 'hold' } },
    ]);
    expect(await listed(DUE_UNTIL, 'lapsed')).toEqual([[conditionId, 'lapsed']]);
    expect(await listed(DUE_UNTIL, 'open')).toEqual([[second, 'open']]);
  });

  it('calls for a motion, and nothing is decided by that: the project stands as before', async () => {
    await follow();
    const before = await slice.events(`docket-project-${projectId}`);
    await runAt(DUE_UNTIL);
    const { readModel, cut } = await slice.read();
    expect(await conditionById(readModel, cut, { conditionId })).toMatchObject({
      standing: 'lapsed',
      calledFor: { bodyId, ask: 'hold', at: DUE_UNTIL },
      ending: { endedAt: DUE_UNTIL, by: 'process:condition-clock', unconfirmed: false, words: null },
    });
    expect(await slice.events(`docket-project-${projectId}`)).toEqual(before);
    expect(await typesOf(`docket-motion-${motionId}`)).toHaveLength(6);
  });

  it('lapses as of the end of its day, however late the clock rings, and once', async () => {
    await follow();
    for (const at of ['2027-01-01T00:00:00.000Z', '2028-01-01T00:00:00.000Z']) await runAt(at);
    const lapsed = (await slice.events(streamOf())).filter(({ type }) => type === 'ConditionLapsed');
    expect(lapsed.map(({ data, meta }) => [data, meta.recordedAt])).toEqual([
      [
        { conditionId, lapsedAt: DUE_UNTIL, consequence: 'hold', unconfirmed: false },
        '2027-01-01T00:00:00.000Z',
      ],
    ]);
    expect(await waiting()).toEqual([]);
  });

  it('never lapses once it is met, with who confirmed it and on which seats', async () => {
    await follow();
    await slice.board.giveEvidence(conditionId, 'pam');
    expect(await slice.board.confirm(conditionId, 'sami')).toMatchObject({ outcome: 'accepted' });
    await runAt('2027-01-01T00:00:00.000Z');
    expect(await typesOf(streamOf())).toEqual(['ConditionSet', 'EvidenceGiven', 'ConditionMet']);
    expect((await slice.events(streamOf())).at(-1)?.meta.guards).toEqual([
      { stream: `docket-body-${bodyId}`, revision: 3 },
      { stream: `docket-project-${projectId}`, revision: 1 },
    ]);
    const { readModel, cut } = await slice.read();
    expect(await conditionById(readModel, cut, { conditionId })).toMatchObject({
      standing: 'met',
      evidence: [{ personId: 'pam', evidence: 'The report is signed.' }],
      ending: { by: 'sami', words: 'Read it.' },
      calledFor: null,
    });
  });

  it('never lapses once it is waived', async () => {
    await follow();
    expect(await slice.board.waive(conditionId, 'cleo')).toMatchObject({ outcome: 'accepted' });
    await runAt(CONFIRMABLE_UNTIL);
    expect(await typesOf(streamOf())).toEqual(['ConditionSet', 'ConditionWaived']);
    expect((await waiting()).map(({ key }) => key)).toEqual([conditionClockOf(second)]);
  });

  it('with evidence in time waits a fortnight for whoever confirms, and lapses if nobody does', async () => {
    await follow();
    await slice.board.giveEvidence(conditionId, 'pam');
    await runAt(DUE_UNTIL);
    expect(await typesOf(clockStream())).toEqual(['ConditionClockSet', 'ConditionClockRung']);
    expect(await listed(DUE_UNTIL, 'late')).toEqual([[conditionId, 'late']]);
    expect(await waiting()).toContainEqual({
      key: conditionClockOf(conditionId),
      scope: conditionClock.name,
      row: { step: 'lapse-condition-unconfirmed', due: CONFIRMABLE_UNTIL },
    });
    await runAt('2026-04-15T22:59:59.999Z');
    expect(await typesOf(streamOf())).toEqual(['ConditionSet', 'EvidenceGiven']);
    await runAt(CONFIRMABLE_UNTIL);
    expect((await of(streamOf()))[2]).toEqual({
      type: 'ConditionLapsed',
      data: { conditionId, lapsedAt: CONFIRMABLE_UNTIL, consequence: 'hold', unconfirmed: true },
    });
  });

  it('lapses in one look where no clock ran until both instants had passed', async () => {
    await follow();
    await slice.board.giveEvidence(conditionId, 'pam');
    await runAt('2027-01-01T00:00:00.000Z');
    expect(await typesOf(streamOf())).toEqual([
      ...['ConditionSet', 'EvidenceGiven', 'ConditionLapsed', 'MotionCalledFor'],
    ]);
  });

  const points = [1, 2, 3, 4, 5].flatMap((n) =>
    (['before', 'after'] as const).map((when) => [n, when] as const),
  );

  it.each(points)(
    'set by a process that is killed at append %i, %s it was written, is set once',
    async (n, when) => {
      const runner = conditionsFollowedOver(dyingAt(slice.store, n, when), 'dying');
      runner.start();
      await runner.waitUntilIdle();
      await runner.stop();
      await follow();
      for (const id of [conditionId, second]) expect(await typesOf(streamOf(id))).toEqual(['ConditionSet']);
      expect(await typesOf(`docket-condition-follow-up-${conditionFollowUpOf(motionId)}`)).toHaveLength(3);
    },
  );

  it.each(points)(
    'whose clock is killed at append %i, %s it was written, lapses once and calls for one motion',
    async (n, when) => {
      await follow();
      await runAt(DUE_UNTIL, dyingAt(slice.store, n, when)).catch(() => undefined);
      await runAt(DUE_UNTIL);
      await runAt(DUE_UNTIL);
      expect(await typesOf(streamOf())).toEqual(['ConditionSet', 'ConditionLapsed', 'MotionCalledFor']);
      expect((await waiting()).map(({ key }) => key)).toEqual([conditionClockOf(second)]);
    },
  );
});
