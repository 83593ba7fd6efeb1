import { BatchRefused, CheckpointMoved, type Batch, type ReadModel } from '@docket/kernel';
import {
  batch,
  checkpointAt,
  line,
  livePlace,
  sheet,
  SHEETS,
  START_OF_LOG,
  version,
  type PlaceMaker,
} from './samples';

const contents = async (model: ReadModel) => ({
  checkpoint: await model.checkpoint(),
  rows: await model.rowsAsOf(SHEETS, 99),
  numbers: await model.numbers({ after: 0, limit: 99 }),
});

const EMPTY = { checkpoint: START_OF_LOG, rows: [], numbers: [] };
const FILLED = version('a', 1, sheet({ title: 'first' }));

const BAD: readonly (readonly [string, Batch])[] = [
  ['a version of a row twice', batch(0, 1, [FILLED, FILLED])],
  ['a number twice', { ...batch(0, 1, [FILLED]), numbers: [line(1), line(1)] }],
  ['a gap in the numbers', { ...batch(0, 1, [FILLED]), numbers: [line(1), line(3)] }],
  ['a position that goes back', { ...batch(0, 1, [FILLED]), numbers: [line(1), line(2, { position: '9' })] }],
  ['a version from outside of the batch', batch(0, 1, [FILLED, version('b', 2, sheet())])],
  [
    'a table nobody declared',
    { ...batch(0, 1, [FILLED]), rows: [{ table: 'strangers', versions: [FILLED] }] },
  ],
  ['a second scope for a key', batch(0, 2, [FILLED, { ...version('a', 2, null), scope: 'elsewhere' }])],
  ['a column nobody declared', batch(0, 1, [FILLED, { ...FILLED, key: 'b', row: { ...sheet(), more: 1 } }])],
  ['an integer with a fraction', batch(0, 1, [FILLED, version('b', 1, sheet({ count: 1.5 }))])],
  ['an integer beyond exactness', batch(0, 1, [FILLED, version('b', 1, sheet({ count: 2 ** 53 }))])],
  ['a decimal that is none', batch(0, 1, [FILLED, version('b', 1, sheet({ amount: '1e3' }))])],
];

export const describeCommit = (make: PlaceMaker): void =>
  describe('a commit', () => {
    const { live, open } = livePlace(make);

    it('starts at number 0, before any position', async () => {
      expect(await contents(live())).toEqual(EMPTY);
    });

    it('writes numbers, rows and checkpoint together', async () => {
      await live().commit(batch(0, 2, [FILLED]));
      expect(await contents(live())).toEqual({
        checkpoint: checkpointAt(2),
        rows: [{ key: 'a', scope: FILLED.scope, row: FILLED.row }],
        numbers: [line(1), line(2)],
      });
    });

    it.each(BAD)('leaves nothing when the batch holds %s', async (_, bad) => {
      await expect(live().commit(bad)).rejects.toThrow(BatchRefused);
      expect(await contents(live())).toEqual(EMPTY);
    });

    it('goes on after a refused one', async () => {
      await expect(live().commit(batch(0, 1, [FILLED, FILLED]))).rejects.toThrow(BatchRefused);
      await live().commit(batch(0, 1, [FILLED]));
      expect(await live().checkpoint()).toEqual(checkpointAt(1));
    });

    it('keeps the scope of a key for life, also after its row was removed', async () => {
      await live().commit(batch(0, 2, [FILLED, version('a', 2, null)]));
      const moved = batch(2, 1, [{ ...version('a', 3, sheet()), scope: 'elsewhere' }]);
      await expect(live().commit(moved)).rejects.toThrow(BatchRefused);
      expect(await live().checkpoint()).toEqual(checkpointAt(2));
    });

    it('fences a second consumer: who comes with a checkpoint that has moved is deposed and writes nothing', async () => {
      const others = await open();
      const deposed = await others.live();
      await live().commit(batch(0, 2, [FILLED]));
      await expect(deposed.commit(batch(0, 1))).rejects.toThrow(CheckpointMoved);
      await expect(deposed.commit({ ...batch(2, 1), after: { number: 2, position: '19' } })).rejects.toThrow(
        CheckpointMoved,
      );
      expect(await deposed.checkpoint()).toEqual(checkpointAt(2));
      await others.close();
    });

    it('lets one of several that race through, whole', async () => {
      const others = await open();
      const rivals = [live(), await others.live(), live()];
      const outcomes = await Promise.allSettled(
        rivals.map((rival, i) => rival.commit(batch(0, 1, [version('a', 1, sheet({ count: i }))]))),
      );
      const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(CheckpointMoved);
      expect(await live().rowAsOf(SHEETS, 1, 'a')).toEqual(sheet({ count: winner }));
      await others.close();
    });

    it('takes a batch without rows, and one without anything', async () => {
      await live().commit(batch(0, 1));
      await live().commit({ after: checkpointAt(1), numbers: [], rows: [] });
      expect(await live().checkpoint()).toEqual(checkpointAt(1));
    });

    it('takes a batch of thousands', async () => {
      const versions = Array.from({ length: 3_000 }, (_, i) =>
        version(`key ${i}`, (i % 500) + 1, sheet({ count: i })),
      );
      await live().commit(batch(0, 500, versions));
      const found = await live().rowsAsOf(SHEETS, 500);
      expect(found.map(({ row }) => row.count).sort((a, b) => Number(a) - Number(b))).toEqual(
        versions.map((_, i) => i),
      );
    });
  });
