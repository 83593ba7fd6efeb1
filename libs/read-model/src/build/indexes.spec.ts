import type { ReadModel, ReadModels } from '@docket/kernel';
import { sql } from 'kysely';
import { batch, byKey, livePlace, sheet, SHEETS, version } from '../contract/samples';
import { reachableEngines } from '../testing/places';
import { Build } from './build';

/** The names of the indexes a build has by now. */
const indexesOf = async (build: ReadModel): Promise<readonly string[]> => {
  if (!(build instanceof Build)) throw new Error('This is no build.');
  const { engine } = build;
  const found = await engine.rows(
    engine.schema === 'main'
      ? sql`select name from sqlite_master where type = 'index' and sql is not null`
      : sql`select indexname::text from pg_indexes where schemaname = ${engine.schema} and indexname like '%\\_by\\_%'`,
  );
  return found.map(([name]) => String(name)).sort();
};

describe.each(reachableEngines())('the indexes of a build on %s', (_, make) => {
  const { live, models } = livePlace(make);
  const filled = () => batch(0, 1, [version('a', 1, sheet({ title: 'built anew' }))]);
  const beside = async (read: ReadModels) => {
    const rebuilt = await read.rebuild();
    await rebuilt.commit(filled());
    return rebuilt;
  };

  it('are made when it goes live: the same as those of one that was never beside another', async () => {
    const made = await indexesOf(live());
    expect(made).toEqual([
      ...['marks__keys_by_scope', 'marks__versions_by_number'],
      ...['numbers_by_portfolio', 'numbers_by_recording', 'numbers_by_stream', 'numbers_by_timeline'],
      ...['sheets__keys_by_scope', 'sheets__versions_by_number'],
    ]);
    const rebuilt = await beside(models());
    expect(await indexesOf(rebuilt)).toEqual([]);
    await models().switchTo(rebuilt);
    expect(await indexesOf(await models().live())).toEqual(made);
  });

  it('are made when somebody reads it before that, and not for the consumer who fills it', async () => {
    const rebuilt = await beside(models());
    await rebuilt.checkpoint();
    await rebuilt.numbered(1);
    expect(byKey(await rebuilt.latest(SHEETS, ['a']))).toHaveLength(1);
    expect(await indexesOf(rebuilt)).toEqual([]);
    expect(await rebuilt.lastRevision('docket-sheet-1')).toBe(-1);
    expect(await indexesOf(rebuilt)).toHaveLength(8);
  });
});
