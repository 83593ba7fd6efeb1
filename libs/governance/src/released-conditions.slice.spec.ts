import 'reflect-metadata';
import type { EventStore } from '@docket/kernel';
import type { Slice } from '@docket/portfolio/testing';
import { conditionById, conditionClockOf, conditionsOf, followUpOf, type Outcome } from '.';
import { followUpOver, openBoard, portfolioId, type Board } from './testing/board';
import { conditionalGo, conditionClocksOver, conditionsFollowedOver, survey } from './testing/conditions';
import { dyingAt } from './testing/dying-log';

const permit = { ...survey, what: 'The permit is there.', due: '2026-06-30' } as const;
const BEFORE = '2026-03-03T00:00:00.000Z';

describe('The conditions of work that is ended', () => {
  let slice: Slice & Readonly<{ board: Board }>;
  let bodyId: string;
  let projectId: string;
  let ids: readonly string[];
  beforeEach(async () => {
    slice = await openBoard();
    const gone = await conditionalGo(slice.board, [survey, permit]);
    ({ bodyId, projectId, conditionIds: ids } = gone);
    await follow();
  });
  afterEach(() => slice.close());

  const run = async (runner: Pick<ReturnType<typeof followUpOver>, 'start' | 'stop' | 'waitUntilIdle'>) => {
    runner.start();
    const { unfinished } = await runner.waitUntilIdle();
    await runner.stop();
    return unfinished;
  };
  const follow = async (store: EventStore = slice.store) =>
    run(followUpOver(store, `follow-${await slice.store.head()}`));
  const setConditions = () => run(conditionsFollowedOver(slice.store, 'conditions'));
  /** The board decides this on the project. */
  const decide = async (ask: Outcome) => {
    const answer = await slice.board.table(bodyId, projectId, ask, ask);
    const motionId = answer.outcome === 'accepted' ? answer.id : answer.refusal.code;
    await slice.board.open(motionId);
    for (const who of ['cleo', 'mona']) await slice.board.vote(motionId, who, 'for');
    await slice.board.close(motionId);
    expect(await slice.board.record(motionId)).toMatchObject({ outcome: 'accepted' });
    return motionId;
  };
  const typesOf = async (id = ids[0]) =>
    (await slice.events(`docket-condition-${id}`)).map(({ type }) => type);
  const standings = async () => {
    const { readModel, cut } = await slice.read();
    return (await conditionsOf(readModel, cut, { portfolioId })).map(({ standing }) => standing);
  };

  it.each<Outcome>(['kill', 'complete'])('are released once a decision to %s it was carried', async (ask) => {
    await setConditions();
    const by = await decide(ask);
    expect(await standings()).toEqual(['open', 'open']);
    expect(await follow()).toEqual([]);
    expect(await standings()).toEqual(['released', 'released']);
    const [, released] = await slice.events(`docket-condition-${ids[0]}`);
    expect(released).toMatchObject({
      type: 'ConditionReleased',
      data: { conditionId: ids[0], by, outcome: ask },
      meta: { actor: 'process:decision-follow-up' },
    });
    const { readModel, cut } = await slice.read();
    expect(await conditionById(readModel, cut, { conditionId: ids[0] ?? '' })).toMatchObject({
      ending: { by: 'process:decision-follow-up', words: null, releasedBy: by },
      calledFor: null,
    });
  });

  it('stay where it is held', async () => {
    await setConditions();
    await decide('hold');
    expect(await follow()).toEqual([]);
    expect(await standings()).toEqual(['open', 'open']);
  });

  it('stay as they ended before', async () => {
    await setConditions();
    await slice.board.waive(ids[0] ?? '', 'cleo');
    await decide('kill');
    await follow();
    expect(await typesOf()).toEqual(['ConditionSet', 'ConditionWaived']);
    expect(await typesOf(ids[1])).toEqual(['ConditionSet', 'ConditionReleased']);
  });

  it('wait for their time no more: their clock is stopped', async () => {
    await setConditions();
    await run(conditionClocksOver(slice.store, 'clocks-before', BEFORE));
    await decide('kill');
    await follow();
    await run(conditionClocksOver(slice.store, 'clocks', BEFORE));
    const clock = await slice.events(`docket-condition-clock-${conditionClockOf(ids[0] ?? '')}`);
    expect(clock.map(({ type }) => type)).toEqual(['ConditionClockSet', 'ConditionClockStopped']);
    expect(await typesOf()).toEqual(['ConditionSet', 'ConditionReleased']);
  });

  it('are set and released where nobody had set them yet, and do not come up afterwards', async () => {
    await decide('kill');
    await follow();
    await setConditions();
    expect(await typesOf()).toEqual(['ConditionSet', 'ConditionReleased']);
  });

  it('are released once, wherever it dies', async () => {
    await setConditions();
    const motionId = await decide('kill');
    for (const append of [1, 2, 3, 4, 5]) await follow(dyingAt(slice.store, append, 'after'));
    expect(await follow()).toEqual([]);
    expect([await typesOf(), await typesOf(ids[1])]).toEqual([
      ['ConditionSet', 'ConditionReleased'],
      ['ConditionSet', 'ConditionReleased'],
    ]);
    const steps = await slice.events(`docket-decision-follow-up-${followUpOf(motionId)}`);
    expect(steps.map(({ data }) => ('step' in data ? data.step : 'opened'))).toEqual([
      ...['opened', 'carry-decision', 'release-conditions'],
    ]);
  });
});
