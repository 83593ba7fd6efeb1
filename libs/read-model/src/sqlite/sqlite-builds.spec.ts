import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchRefused, type ReadModel, type ReadModels } from '@docket/kernel';
import { Build } from '../build/build';
import { batch, byKey, sheet, SHEETS, version } from '../contract/samples';
import { SqliteEngine } from './sqlite-engine';
import { openSqliteReadModels } from './sqlite-read-models';

const settingsOf = (model: ReadModel) => {
  const engine = model instanceof Build ? model.engine : undefined;
  if (!(engine instanceof SqliteEngine)) throw new Error('This is no build in SQLite.');
  const pragma = (name: string) => engine.database.prepareArrays<[unknown]>(`pragma ${name}`).get()?.[0];
  return { journal: pragma('journal_mode'), synchronous: pragma('synchronous') };
};

const LIVE = { journal: 'wal', synchronous: 1 };
const BESIDE = { journal: 'memory', synchronous: 0 };

describe('builds in SQLite files', () => {
  let folder: string;
  let models: ReadModels;
  const open = () => openSqliteReadModels({ folder, definition: 'd1', tables: [SHEETS] });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-builds-'));
    models = await open();
  });
  afterEach(async () => {
    await models.close();
    rmSync(folder, { recursive: true });
  });

  const titles = async (model: ReadModel) =>
    byKey(await model.rowsAsOf(SHEETS, 1)).map(({ key, row }) => `${key}: ${row.title}`);
  const one = (title: string) => batch(0, 1, [version('a', 1, sheet({ title }))]);

  it('are written without waiting while nobody reads them, and as a live one from the switch on', async () => {
    const before = await models.live();
    expect(settingsOf(before)).toEqual(LIVE);
    const rebuilt = await models.rebuild();
    expect(settingsOf(rebuilt)).toEqual(BESIDE);
    await rebuilt.commit(one('built anew'));
    await models.switchTo(rebuilt);
    expect(settingsOf(await models.live())).toEqual(LIVE);
  });

  it('are live ones when they are opened again, with all that was built beside', async () => {
    const rebuilt = await models.rebuild();
    await rebuilt.commit(one('built anew'));
    await models.switchTo(rebuilt);
    await models.close();
    models = await open();
    const found = await models.live();
    expect(settingsOf(found)).toEqual(LIVE);
    expect(await titles(found)).toEqual(['a: built anew']);
  });

  it('do not take a key for known that an undone batch had made', async () => {
    const live = await models.live();
    const refused = batch(0, 1, [
      version('a', 1, sheet({ title: 'x' })),
      version('a', 1, sheet({ title: 'y' })),
    ]);
    await expect(live.commit(refused)).rejects.toBeInstanceOf(BatchRefused);
    await live.commit(
      batch(0, 1, [version('b', 1, sheet({ title: 'first' })), version('a', 1, sheet({ title: 'z' }))]),
    );
    expect(await titles(live)).toEqual(['a: z', 'b: first']);
  });
});
