import type { ReadModel, RowVersion } from '@docket/kernel';
import fc from 'fast-check';
import { anyHistory, Oracle } from './generated-history';
import { byKey, livePlace, SHEETS, type PlaceMaker } from './samples';

const ordered = (versions: readonly RowVersion[]) =>
  byKey([...versions].sort((a, b) => a.validFrom - b.validFrom));

const agreeAt = async (model: ReadModel, oracle: Oracle, number: number): Promise<void> => {
  expect(byKey(await model.rowsAsOf(SHEETS, number))).toEqual(byKey(oracle.rowsAsOf(number)));
  for (const scope of oracle.scopes())
    expect(byKey(await model.rowsAsOf(SHEETS, number, { scope }))).toEqual(
      byKey(oracle.rowsAsOf(number, scope)),
    );
  for (const key of oracle.keys())
    expect(await model.rowAsOf(SHEETS, number, key)).toEqual(oracle.rowAsOf(number, key) ?? undefined);
};

const agreeOnChanges = async (model: ReadModel, oracle: Oracle): Promise<void> => {
  const [after, upTo] = [Math.floor(oracle.number / 3), Math.ceil((oracle.number * 2) / 3)];
  expect(ordered(await model.changedBetween(SHEETS, { after, upTo }))).toEqual(
    ordered(oracle.changedBetween(after, upTo)),
  );
  for (const scope of oracle.scopes())
    expect(ordered(await model.changedBetween(SHEETS, { after: 0, upTo }, { scope }))).toEqual(
      ordered(oracle.changedBetween(0, upTo, scope)),
    );
  for (const key of oracle.keys()) expect(await model.history(SHEETS, key)).toEqual(oracle.history(key));
  expect(byKey(await model.latest(SHEETS, [...oracle.keys(), 'nobody', 'a']))).toEqual(
    byKey(oracle.rowsAsOf(oracle.number)),
  );
};

export const describeRowsAsOf = (make: PlaceMaker): void =>
  describe('rows as of a number', () => {
    const { models } = livePlace(make);

    it('are those a naive reader finds at every number of any history, by key, by scope, in ranges and one by one', async () => {
      await fc.assert(
        fc.asyncProperty(anyHistory, async (history) => {
          const model = await models().rebuild();
          const oracle = new Oracle(history);
          for (const written of oracle.batches) await model.commit(written);
          for (let number = 0; number <= oracle.number + 1; number += 1) await agreeAt(model, oracle, number);
          await agreeOnChanges(model, oracle);
        }),
        { numRuns: 15 },
      );
    }, 60_000);
  });
