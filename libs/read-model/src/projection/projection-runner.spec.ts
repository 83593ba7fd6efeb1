import {
  BuildReplaced,
  CheckpointMoved,
  ReadModelUnavailable,
  type LogMessage,
  type ReadModel,
  type ReadModels,
  type StoredEvent,
} from '@docket/kernel';
import {
  EventNotApplied,
  LogDiffers,
  ProjectionRunner,
  ReadModelBehind,
  type Log,
  type RunnerOptions,
} from '..';
import type { ReadModelPlace } from '../contract/samples';
import { reachableEngines } from '../testing/places';
import { counted, decode, PROJECTIONS, STREAMS, TALLIES, TallyLog, type Draft } from '../testing/tally-log';

const TABLES = [TALLIES, STREAMS];
const draft = (stream: number, some: Partial<Draft> = {}): Draft => ({
  stream,
  event: counted(`t${stream}`),
  ...some,
});

describe.each(reachableEngines())('the projection runner on %s', (_, make) => {
  let place: ReadModelPlace;
  let models: ReadModels;
  let readModel: ReadModel;
  let log: TallyLog;
  const runners: ProjectionRunner[] = [];

  beforeEach(async () => {
    place = await make();
    models = await place.open({ definition: 'd1', tables: TABLES });
    readModel = await models.live();
    log = await TallyLog.open();
  });
  afterEach(async () => {
    for (const runner of runners.splice(0)) await runner.stop();
    await models.close();
    await place.remove();
    await log.close();
  });

  const runner = (some: Partial<RunnerOptions> = {}): ProjectionRunner => {
    const made = new ProjectionRunner({
      store: log.store,
      readModel,
      projections: PROJECTIONS,
      decode,
      ...some,
    });
    runners.push(made);
    return made;
  };
  const started = (some: Partial<RunnerOptions> = {}): ProjectionRunner => {
    const made = runner(some);
    made.start();
    return made;
  };
  const eventsIn = async (stream: number) =>
    (await readModel.rowAsOf(STREAMS, 999, TallyLog.stream(stream)))?.events;
  /** The same log, through a subscription that tells it differently. */
  const told = (tell: (messages: AsyncIterable<LogMessage>) => AsyncIterable<LogMessage>): Log => ({
    read: (...asked) => log.store.read(...asked),
    head: () => log.store.head(),
    subscribe: (options) => tell(log.store.subscribe(options)),
  });
  /** The same build, in whose commits something happens. */
  const committing = (commit: (batch: Parameters<ReadModel['commit']>[0]) => Promise<void>): ReadModel =>
    new Proxy(readModel, { get: (build, name) => (name === 'commit' ? commit : bound(build, name)) });
  const bound = (build: ReadModel, name: string | symbol): unknown => {
    const member: unknown = Reflect.get(build, name);
    return typeof member === 'function' ? member.bind(build) : member;
  };
  const untilStopped = async (stopping: ProjectionRunner): Promise<unknown> => {
    await expect(stopping.waitFor('999999999', 20_000)).rejects.toThrow(ReadModelBehind);
    return stopping.status();
  };

  it('catches up once and ends, numbering every event', async () => {
    const last = await log.write(draft(1), draft(2), draft(1));
    const done = runner();
    expect(await done.catchUp()).toEqual({ number: 3, position: last });
    expect(done.status()).toEqual({ state: 'stopped', number: 3, lag: expect.any(Number) });
    expect(await readModel.rowAsOf(TALLIES, 3, 't1')).toEqual({
      total: 2,
      seen: expect.any(Array),
      note: null,
    });
    const lines = await readModel.numbers({ after: 0, limit: 10 });
    expect(lines.map(({ number, stream, revision, type }) => [number, stream, revision, type])).toEqual([
      [1, TallyLog.stream(1), 0, 'Counted.v1'],
      [2, TallyLog.stream(2), 0, 'Counted.v1'],
      [3, TallyLog.stream(1), 1, 'Counted.v1'],
    ]);
  });

  it('catches up with exactly the first events, and from there with the next', async () => {
    await log.write(draft(1), draft(2), draft(3), draft(4), draft(5));
    expect((await runner({ batchSize: 2 }).catchUp({ upTo: 3 })).number).toBe(3);
    expect(await eventsIn(4)).toBeUndefined();
    expect((await runner().catchUp({ upTo: 3 })).number).toBe(3);
    expect((await runner().catchUp({ upTo: 99 })).number).toBe(5);
  });

  it('tells how far it is after each batch', async () => {
    await log.write(draft(1), draft(2), draft(3));
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
    for (const stream of [1, 2, 3]) await live.waitFor(await log.write(draft(stream)), 20_000);
    expect(await eventsIn(3)).toBe(1);
    await live.waitFor(await log.write(draft(1)), 20_000);
    expect(live.status()).toEqual({ state: 'live', number: 4, lag: expect.any(Number) });
  });

  it('tells who waits in vain that it is behind', async () => {
    const live = started();
    await live.waitFor(await log.write(draft(1)), 20_000);
    await expect(live.waitFor('999999', 20)).rejects.toThrow(
      new ReadModelBehind('The read model has not come to position 999999: waited 20 ms.'),
    );
    await live.stop();
    await expect(live.waitFor('999999', 60_000)).rejects.toThrow(ReadModelBehind);
  });

  it('skips what is repeated at or before its checkpoint', async () => {
    const last = await log.write(draft(1), draft(2), draft(1));
    const twice = told(async function* (messages) {
      const seen: LogMessage[] = [];
      for await (const message of messages) {
        yield message;
        seen.push(message);
        yield* seen;
      }
    });
    const live = started({ store: twice });
    await live.waitFor(last, 20_000);
    const next = await log.write(draft(1));
    await live.waitFor(next, 20_000);
    expect([live.status().number, await eventsIn(1), await eventsIn(2)]).toEqual([4, 3, 1]);
  });

  const without = (isLost: (event: StoredEvent) => boolean) =>
    told(async function* (messages) {
      for await (const message of messages)
        if (message.kind !== 'event' || !isLost(message.event)) yield message;
    });

  it('stops loudly before an event when the one before it in its stream is missing', async () => {
    await log.write(draft(1), draft(1), draft(1));
    const live = started({ store: without(({ revision }) => revision === 1) });
    expect(await untilStopped(live)).toEqual({
      state: 'stopped',
      number: 1,
      error: expect.objectContaining({
        name: 'EventNotApplied',
        message: expect.stringContaining('revision 2 of the stream follows revision 0'),
      }),
      lag: expect.any(Number),
    });
    expect(await eventsIn(1)).toBe(1);
  });

  it('finds a missing event also when a restart lies in between', async () => {
    await log.write(draft(1), draft(1));
    await runner({ store: without(({ revision }) => revision === 1) }).catchUp();
    await log.write(draft(1));
    await expect(runner({ store: without(({ revision }) => revision === 1) }).catchUp()).rejects.toThrow(
      EventNotApplied,
    );
  });

  it('stops loudly when a revision comes a second time at a later position', async () => {
    const last = await log.write(draft(1), draft(2));
    const again = told(async function* (messages) {
      for await (const message of messages) {
        yield message;
        if (message.kind === 'event' && message.event.position === last)
          yield { ...message, event: { ...message.event, position: `${last}9` } };
      }
    });
    await expect(runner({ store: again }).catchUp()).rejects.toThrow(
      'revision 0 of the stream follows revision 0',
    );
  });

  it('stops before an event it cannot decode, with all before it committed, and stays there', async () => {
    await log.write(draft(1), draft(2));
    await log.writeBroken(1);
    await log.write(draft(2));
    for (const _again of [1, 2]) {
      await expect(runner().catchUp()).rejects.toThrow(
        /Event 3 \(Broken\.v1, .*@1, position .*\) was not applied: No codec/,
      );
      expect((await readModel.checkpoint()).number).toBe(2);
    }
    expect([await eventsIn(1), await eventsIn(2)]).toEqual([1, 1]);
  });

  it('stops before an event that a projection cannot apply, without a trace of that event', async () => {
    await log.write(draft(1), { ...draft(2), event: counted('t2', 0.5) }, draft(3));
    await expect(runner().catchUp()).rejects.toThrow(
      /Event 2 .* was not applied: tallies\.total: .*0\.5 is no integer/,
    );
    expect([await eventsIn(1), await eventsIn(2), (await readModel.checkpoint()).number]).toEqual([
      1,
      undefined,
      1,
    ]);
  });

  it('stops when a row would change its scope', async () => {
    await log.write(draft(1, { portfolio: 'north' }), draft(1, { portfolio: 'south' }));
    await expect(runner().catchUp()).rejects.toThrow('"t1" is in scope "north" for life, not in "south"');
  });

  it('stops when it is deposed, and what it had in hand is not written', async () => {
    const live = started();
    await live.waitFor(await log.write(draft(1)), 20_000);
    await live.stop();
    await log.write(draft(2));
    const slow = runner({
      readModel: committing(async (batch) => {
        await runner().catchUp();
        await readModel.commit(batch);
      }),
    });
    await expect(slow.catchUp()).rejects.toThrow(CheckpointMoved);
    expect(await eventsIn(2)).toBe(1);
  });

  it('waits out an outage, also one in which its commit was done', async () => {
    let commits = 0;
    const breaking = committing(async (batch) => {
      commits += 1;
      if (commits === 2) throw new ReadModelUnavailable('down');
      await readModel.commit(batch);
      if (commits === 1) throw new ReadModelUnavailable('cut off after the commit');
    });
    await log.write(draft(1));
    const live = started({ readModel: breaking });
    await live.waitFor(await log.write(draft(1)), 20_000);
    await live.waitFor(await log.write(draft(1)), 20_000);
    expect([await eventsIn(1), live.status().state, live.status().error]).toEqual([3, 'live', undefined]);
  });

  it('stops when its build was replaced and it does not follow the live one', async () => {
    const live = started();
    await live.waitFor(await log.write(draft(1)), 20_000);
    const rebuilt = await models.rebuild();
    await runner({ readModel: rebuilt }).catchUp();
    await models.switchTo(rebuilt);
    await log.write(draft(1));
    expect(await untilStopped(live)).toMatchObject({ state: 'stopped', error: expect.any(BuildReplaced) });
  });

  it('refuses a read model whose last event is not in the log', async () => {
    await log.write(draft(1), draft(1));
    await runner().catchUp();
    const shorter = await TallyLog.open();
    await shorter.write(draft(1));
    await expect(runner({ store: shorter.store }).catchUp()).rejects.toThrow(LogDiffers);
    await shorter.close();
  });

  it('dates events on the timeline of their portfolio', async () => {
    const imported = (knownAt?: string): Partial<Draft> => ({
      portfolio: 'north',
      origin: 'import',
      ...(knownAt ? { knownAt } : {}),
      recordedAt: '2026-01-05T00:00:00.000Z',
    });
    await log.write(
      draft(1, imported()),
      draft(1, imported('2014-09-30T00:00:00.000Z')),
      draft(1, imported()),
      draft(2, { portfolio: 'south', recordedAt: '2026-01-06T00:00:00.000Z' }),
      draft(3, { recordedAt: '2026-01-04T00:00:00.000Z' }),
      draft(1, imported('2013-09-30T00:00:00.000Z')),
    );
    await runner({ batchSize: 2 }).catchUp();
    await log.write(draft(1, { portfolio: 'north', recordedAt: '2026-01-02T00:00:00.000Z' }));
    await runner().catchUp();
    const lines = await readModel.numbers({ after: 0, limit: 10 });
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
    await log.write(
      { stream: 1, event: note },
      { stream: 1, event: { type: 'Struck', data: { tally: 'unknown' } } },
    );
    await runner().catchUp();
    expect(await readModel.changedBetween(TALLIES, { after: 0, upTo: 9 })).toEqual([
      {
        key: `note of ${TallyLog.stream(1)}`,
        scope: '',
        validFrom: 1,
        row: { total: 1, seen: [], note: 'a' },
      },
    ]);
  });
});
