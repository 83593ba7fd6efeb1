import { ReadModelBehind } from '..';
import { reachableEngines } from '../testing/places';
import { draft, runnerBench } from '../testing/runner-bench';
import { TALLIES, TallyLog, type Draft } from '../testing/tally-log';

describe.each(reachableEngines())('the projection runner on %s', (_, make) => {
  const { readModel, log, runner, started, eventsIn } = runnerBench(make);

  it('catches up once and ends, numbering every event', async () => {
    const last = await log().write(draft(1), draft(2), draft(1));
    const done = runner();
    expect(await done.catchUp()).toEqual({ number: 3, position: last });
    expect(done.status()).toEqual({ state: 'stopped', number: 3 });
    expect(await readModel().rowAsOf(TALLIES, 3, 't1')).toEqual({
      total: 2,
      seen: expect.any(Array),
      note: null,
    });
    const lines = await readModel().numbers({ after: 0, limit: 10 });
    expect(lines.map(({ number, stream, revision, type }) => [number, stream, revision, type])).toEqual([
      [1, TallyLog.stream(1), 0, 'Counted.v1'],
      [2, TallyLog.stream(2), 0, 'Counted.v1'],
      [3, TallyLog.stream(1), 1, 'Counted.v1'],
    ]);
  });

  it('catches up with exactly the first events, and from there with the next', async () => {
    await log().write(draft(1), draft(2), draft(3), draft(4), draft(5));
    expect((await runner({ batchSize: 2 }).catchUp({ upTo: 3 })).number).toBe(3);
    expect(await eventsIn(4)).toBeUndefined();
    expect((await runner().catchUp({ upTo: 3 })).number).toBe(3);
    expect((await runner().catchUp({ upTo: 99 })).number).toBe(5);
  });

  it('tells how far it is after each batch', async () => {
    await log().write(draft(1), draft(2), draft(3));
    const told: [number, number][] = [];
    await runner({
      batchSize: 2,
      onBatch: ({ number, lines }) => told.push([number, lines.length]),
    }).catchUp();
    expect(told).toEqual([
      [2, 2],
      [3, 1],
    ]);
  });

  it('follows the log and wakes who waits for what they wrote', async () => {
    const live = started();
    for (const stream of [1, 2, 3]) await live.waitFor(await log().write(draft(stream)), 20_000);
    expect(await eventsIn(3)).toBe(1);
    await live.waitFor(await log().write(draft(1)), 20_000);
    expect(live.status()).toEqual({ state: 'live', number: 4 });
  });

  it('tells who waits in vain that it is behind', async () => {
    const live = started();
    await live.waitFor(await log().write(draft(1)), 20_000);
    await expect(live.waitFor('999999', 20)).rejects.toThrow(
      new ReadModelBehind('The read model has not come to position 999999: waited 20 ms.'),
    );
    await live.stop();
    await expect(live.waitFor('999999', 60_000)).rejects.toThrow(ReadModelBehind);
  });

  it('dates events on the timeline of their portfolio', async () => {
    const imported = (knownAt?: string): Partial<Draft> => ({
      portfolio: 'north',
      origin: 'import',
      ...(knownAt ? { knownAt } : {}),
      recordedAt: '2026-01-05T00:00:00.000Z',
    });
    await log().write(
      draft(1, imported()),
      draft(1, imported('2014-09-30T00:00:00.000Z')),
      draft(1, imported()),
      draft(2, { portfolio: 'south', recordedAt: '2026-01-06T00:00:00.000Z' }),
      draft(3, { recordedAt: '2026-01-04T00:00:00.000Z' }),
      draft(1, imported('2013-09-30T00:00:00.000Z')),
    );
    await runner({ batchSize: 2 }).catchUp();
    await log().write(draft(1, { portfolio: 'north', recordedAt: '2026-01-02T00:00:00.000Z' }));
    await runner().catchUp();
    const lines = await readModel().numbers({ after: 0, limit: 10 });
    expect(
      lines.map(({ portfolio, recordedAt, timelineAt }) => [
        portfolio,
        recordedAt.slice(0, 10),
        timelineAt?.slice(0, 10) ?? null,
      ]),
    ).toEqual([
      ['north', '2026-01-05', null],
      ['north', '2026-01-05', '2014-09-30'],
      ['north', '2026-01-05', '2014-09-30'],
      ['south', '2026-01-06', '2026-01-06'],
      [null, '2026-01-06', null],
      ['north', '2026-01-06', '2014-09-30'],
      ['north', '2026-01-06', '2026-01-06'],
    ]);
  });

  it('writes one version of a row for one event, and none for an event that changes nothing', async () => {
    const note = { type: 'Noted', data: { text: 'a' } } as const;
    await log().write(
      { stream: 1, event: note },
      { stream: 1, event: { type: 'Struck', data: { tally: 'unknown' } } },
    );
    await runner().catchUp();
    expect(await readModel().changedBetween(TALLIES, { after: 0, upTo: 9 })).toEqual([
      {
        key: `note of ${TallyLog.stream(1)}`,
        scope: '',
        validFrom: 1,
        row: { total: 1, seen: [], note: 'a' },
      },
    ]);
  });
});
