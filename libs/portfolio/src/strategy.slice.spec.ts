import 'reflect-metadata';
import type { Reading } from '@docket/kernel';
import {
  ActualsQuery,
  AddObjectiveCommand,
  CorrectActualCommand,
  GoalProgressQuery,
  ObjectivesQuery,
  ReachHistoryCommand,
  ReportActualCommand,
  RetireObjectiveCommand,
  ReviseObjectiveCommand,
  WeighObjectivesCommand,
} from '.';
import { fewerLimits, moreTrips } from './domain/strategy/strategy.scenes';
import { idOf, openCity, openPortfolio } from './testing/city';
import { requestOf, type Slice } from './testing';

const at = '2026-03-02T09:00:00.000Z';

describe('the strategy of a portfolio through the bus', () => {
  let slice: Slice;
  let portfolioId: string;
  let limits: string;
  let trips: string;
  let keys = 0;
  const request = (body: object) => requestOf(`key-${(keys += 1)}`, body);

  const add = async (definition: typeof fewerLimits) => {
    const data = { portfolioId, ...definition };
    return idOf(await slice.commands.execute(new AddObjectiveCommand(request(data), data)));
  };
  const report = (objectiveId: string, day: string, value: string) => {
    const data = { portfolioId, objectiveId, day, value };
    return slice.commands.execute(new ReportActualCommand(request(data), data));
  };
  const correct = (objectiveId: string, day: string, value: string) => {
    const data = { portfolioId, objectiveId, day, value, reason: 'Counted twice.' };
    return slice.commands.execute(new CorrectActualCommand(request(data), data));
  };
  const weigh = (...weights: readonly (readonly [string, string])[]) => {
    const data = { portfolioId, weights: weights.map(([objectiveId, weight]) => ({ objectiveId, weight })) };
    return slice.commands.execute(new WeighObjectivesCommand(request(data), data));
  };
  const goal = (reading: Reading) => slice.queries.execute(new GoalProgressQuery(reading, { portfolioId }));
  const inShort = async (reading: Reading) =>
    (await slice.queries.execute(new ObjectivesQuery(reading, { portfolioId }))).map(
      ({ name, weight, actual, progress: { value, reason } }) => [
        name,
        weight,
        actual?.value,
        value ?? reason,
      ],
    );

  beforeEach(async () => {
    slice = await openCity();
    portfolioId = await openPortfolio(slice);
    limits = await add(fewerLimits);
    trips = await add(moreTrips);
  });
  afterEach(() => slice.close());

  it('shows an objective unweighed and without progress until both are said', async () => {
    const { name, description, measure, baseline, target } = fewerLimits;
    const stated = { id: limits, name, description, status: 'active', measure, baseline, target };
    const [first] = await slice.queries.execute(new ObjectivesQuery(await slice.read(), { portfolioId }));
    expect(first).toEqual({
      ...stated,
      weight: null,
      actual: null,
      progress: { value: null, reason: 'no-actual' },
      lastRevision: null,
    });
    expect(await goal(await slice.read())).toEqual({
      portfolioId,
      kpi: 'goal-progress-1',
      progress: { value: null, reason: 'nothing-weighed' },
      coverage: { used: 0, eligible: 2 },
    });
  });

  it('weighs the progress of all, with what it rests on', async () => {
    await weigh([limits, '0.6'], [trips, '0.4']);
    await report(limits, '2026-01-31', '25');
    const one = await slice.read();
    await report(trips, '2026-01-31', '33');
    const both = await slice.read();
    expect(await inShort(both)).toEqual([
      [fewerLimits.name, '0.6', '25', '0.5'],
      [moreTrips.name, '0.4', '33', '0.2'],
    ]);
    expect([await goal(one), await goal(both)]).toMatchObject([
      { progress: { value: '0.5' }, coverage: { used: 1, eligible: 2 } },
      { progress: { value: '0.38' }, coverage: { used: 2, eligible: 2 } },
    ]);
  });

  it('keeps what was reported before a correction, and answers each moment as it was', async () => {
    await report(limits, '2026-01-31', '38');
    await report(limits, '2026-02-28', '36');
    const before = await slice.read();
    await correct(limits, '2026-02-28', '37');
    await correct(limits, '2026-02-28', '34');
    await correct(limits, '2026-01-31', '39');
    const params = { portfolioId, objectiveId: limits };
    const told = (day: string, value: string, ...formers: readonly string[]) => ({
      day,
      value,
      note: null,
      reportedBy: 'ada',
      reportedAt: at,
      corrections: formers.map((former) => ({ former, reason: 'Counted twice.', by: 'ada', at })),
    });
    expect(await slice.queries.execute(new ActualsQuery(await slice.read(), params))).toEqual([
      told('2026-01-31', '39', '38'),
      told('2026-02-28', '34', '36', '37'),
    ]);
    expect(await slice.queries.execute(new ActualsQuery(before, params))).toEqual([
      told('2026-01-31', '38'),
      told('2026-02-28', '36'),
    ]);
    const [then] = await inShort(before);
    const [now] = await inShort(await slice.read());
    expect([then, now]).toEqual([
      [fewerLimits.name, null, '36', '0.133333333333'],
      [fewerLimits.name, null, '34', '0.2'],
    ]);
  });

  it('counts a revised target from then on, and a retired objective no more', async () => {
    await weigh([limits, '0.6'], [trips, '0.4']);
    await report(limits, '2026-01-31', '25');
    const data = { portfolioId, objectiveId: limits, ...fewerLimits };
    const unsaid = { ...data, target: { value: '0', day: '2030-12-31' } };
    expect(await slice.commands.execute(new ReviseObjectiveCommand(request(unsaid), unsaid))).toMatchObject({
      refusal: { code: 'reason-blank' },
    });
    expect((await goal(await slice.read())).progress.value).toBe('0.5');
    const further = { ...unsaid, reason: 'Every limit is one too many.' };
    await slice.commands.execute(new ReviseObjectiveCommand(request(further), further));
    expect((await goal(await slice.read())).progress.value).toBe('0.375');
    const [revised] = await slice.queries.execute(new ObjectivesQuery(await slice.read(), { portfolioId }));
    expect(revised?.lastRevision).toEqual({
      at: expect.stringMatching(/^2026-03-02T/),
      by: 'ada',
      reason: 'Every limit is one too many.',
    });
    const ended = { portfolioId, objectiveId: limits, reason: 'Superseded.' };
    await slice.commands.execute(new RetireObjectiveCommand(request(ended), ended));
    const reading = await slice.read();
    expect(await goal(reading)).toMatchObject({
      progress: { value: null, reason: 'no-progress' },
      coverage: { used: 0, eligible: 1 },
    });
    const of = async (status?: 'active' | 'retired') => {
      const params = { portfolioId, ...(status ? { status } : {}) };
      return (await slice.queries.execute(new ObjectivesQuery(reading, params))).map(({ id }) => id);
    };
    expect([await of(), await of('active'), await of('retired')]).toEqual([
      [limits, trips],
      [trips],
      [limits],
    ]);
  });

  it('knows an objective only in its own portfolio, and only from its adding on', async () => {
    const reading = await slice.read();
    const refused = { refusal: { code: 'objective-unknown' } };
    const ask = (params: { portfolioId: string; objectiveId: string }, at = reading) =>
      slice.queries.execute(new ActualsQuery(at, params));
    expect(await ask({ portfolioId: limits, objectiveId: limits })).toMatchObject(refused);
    const early = { ...reading, cut: { ...reading.cut, number: 1 } };
    expect(await ask({ portfolioId, objectiveId: limits }, early)).toMatchObject(refused);
    expect(await ask({ portfolioId, objectiveId: limits })).toEqual([]);
  });
});

describe('a strategy in imported history', () => {
  const knownAt = '2014-07-01T00:00:00.000Z';
  const objective = {
    ...fewerLimits,
    baseline: { value: '40', day: '2013-12-31' },
    target: { value: '10', day: '2020-12-31' },
  };
  let slice: Slice;
  let portfolioId: string;
  beforeEach(async () => {
    slice = await openCity();
    portfolioId = await openPortfolio(slice, knownAt);
  });
  afterEach(() => slice.close());

  const add = (since?: string) => {
    const data = { portfolioId, ...objective };
    return slice.commands.execute(new AddObjectiveCommand(requestOf(since ?? 'live', data, since), data));
  };
  const reach = () => {
    const data = { portfolioId, knownAt, source: 'a.csv' };
    return slice.commands.execute(new ReachHistoryCommand(requestOf('reach', data, knownAt), data));
  };

  it('stands on the timeline at the day it was known, where an import has come so far', async () => {
    expect(await add(knownAt)).toMatchObject({ refusal: { code: 'history-out-of-order' } });
    await reach();
    idOf(await add(knownAt));
    const { readModel, cut } = await slice.read();
    const at = async (instant: string) => {
      const number = await readModel.numberOnTimeline(portfolioId, instant);
      const reading = { readModel, cut: { ...cut, number } };
      return (await slice.queries.execute(new ObjectivesQuery(reading, { portfolioId }))).length;
    };
    expect([await at('2014-06-30T23:59:59.999Z'), await at(knownAt)]).toEqual([0, 1]);
  });

  it('is closed to imports from the first live objective on', async () => {
    await reach();
    idOf(await add());
    const later = { portfolioId, ...objective, name: 'Another' };
    expect(
      await slice.commands.execute(new AddObjectiveCommand(requestOf('late', later, knownAt), later)),
    ).toMatchObject({ refusal: { code: 'history-settled' } });
  });
});
