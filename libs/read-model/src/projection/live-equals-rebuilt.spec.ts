import type { ReadModel } from '@docket/kernel';
import fc from 'fast-check';
import { followLive, ProjectionRunner, rebuild, type RunnerOptions } from '..';
import { byKey } from '../contract/samples';
import { reachableEngines } from '../testing/places';
import {
  decode,
  PROJECTIONS,
  STREAMS,
  TALLIES,
  TallyLog,
  type Draft,
  type TallyEvent,
} from '../testing/tally-log';

const TABLES = [TALLIES, STREAMS];
const anyEvent: fc.Arbitrary<TallyEvent> = fc.oneof(
  fc.record({
    type: fc.constant('Counted' as const),
    data: fc.record({ tally: fc.constantFrom('a', 'b', 'c'), by: fc.nat() }),
  }),
  fc.record({
    type: fc.constant('Struck' as const),
    data: fc.record({ tally: fc.constantFrom('a', 'b', 'c') }),
  }),
  fc.record({
    type: fc.constant('Noted' as const),
    data: fc.record({ text: fc.string({ unit: 'binary' }) }),
  }),
);

/** The portfolio of a draft follows from its tally or stream: a scope is fixed for the life of a key. */
const anyDraft: fc.Arbitrary<Draft> = fc
  .record({
    stream: fc.nat({ max: 3 }),
    event: anyEvent,
    isImport: fc.boolean(),
    day: fc.option(fc.integer({ min: 1, max: 9 })),
  })
  .map(({ stream, event, isImport, day }) => ({
    stream,
    event,
    portfolio: event.type === 'Noted' ? `p${stream % 2}` : event.data.tally === 'a' ? 'p0' : 'p1',
    ...(isImport ? { origin: 'import' as const } : {}),
    ...(isImport && day ? { knownAt: `2020-01-0${day}T00:00:00.000Z` } : {}),
  }));

/** Everything a build answers: each table at each number, and the table of numbers. */
const dump = async (model: ReadModel) => {
  const { number } = await model.checkpoint();
  const numbers = Array.from({ length: number + 1 }, (_, n) => n);
  return {
    lines: await model.numbers({ after: 0, limit: 1_000 }),
    tallies: await Promise.all(numbers.map(async (n) => byKey(await model.rowsAsOf(TALLIES, n)))),
    streams: await Promise.all(numbers.map(async (n) => byKey(await model.rowsAsOf(STREAMS, n)))),
  };
};

describe.each(reachableEngines())('on %s', (_, make) => {
  it('a live read model equals one rebuilt from the log, and one replayed up to any number, wherever batches ended', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(anyDraft, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 7 }),
        async (bursts, batchSize) => {
          const place = await make();
          const log = await TallyLog.open();
          const models = await place.open({ definition: 'd1', tables: TABLES });
          const options: Omit<RunnerOptions, 'readModel'> = {
            store: log.store,
            projections: PROJECTIONS,
            decode,
          };
          const live = await followLive(models);
          const runner = new ProjectionRunner({ ...options, readModel: live });
          runner.start();
          for (const burst of bursts) await runner.waitFor(await log.write(...burst), 20_000);
          const asLived = await dump(live);

          await rebuild(models, { ...options, batchSize });
          expect(await dump(live)).toEqual(asLived);

          const half = Math.ceil(asLived.lines.length / 2);
          const scratch = await models.rebuild();
          await new ProjectionRunner({ ...options, readModel: scratch, batchSize }).catchUp({ upTo: half });
          const { lines, tallies, streams } = asLived;
          expect(await dump(scratch)).toEqual({
            lines: lines.slice(0, half),
            tallies: tallies.slice(0, half + 1),
            streams: streams.slice(0, half + 1),
          });

          await runner.stop();
          await models.close();
          await place.remove();
          await log.close();
        },
      ),
      { numRuns: 8 },
    );
  }, 120_000);

  it('a runner that follows the live build goes on over a rebuild, loses nothing, and readers never notice', async () => {
    const place = await make();
    const log = await TallyLog.open();
    const models = await place.open({ definition: 'd1', tables: TABLES });
    const options = { store: log.store, projections: PROJECTIONS, decode };
    const live = await followLive(models);
    const runner = new ProjectionRunner({ ...options, readModel: live });
    runner.start();
    const event: TallyEvent = { type: 'Counted', data: { tally: 'a', by: 1 } };
    let isDone = false;
    let position = '';
    const writing = (async () => {
      for (let n = 0; n < 20 || !isDone; n += 1) position = await log.write({ stream: n % 3, event });
    })();
    const reading = (async () => {
      while (!isDone) {
        const { number } = await live.checkpoint();
        const row = await live.rowAsOf(TALLIES, number, 'a');
        expect(row?.total ?? 0).toBe(number);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    try {
      for (const _again of [1, 2, 3]) await rebuild(models, { ...options, live: runner });
    } finally {
      isDone = true;
      await Promise.all([writing, reading]);
    }
    await runner.waitFor(position, 20_000);
    const { number } = runner.status();
    expect((await live.rowAsOf(TALLIES, number, 'a'))?.total).toBe(number);
    expect(runner.status().state).not.toBe('stopped');
    await runner.stop();
    await models.close();
    await place.remove();
    await log.close();
  }, 60_000);
});
