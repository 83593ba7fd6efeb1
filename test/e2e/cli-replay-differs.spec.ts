import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { docket, Place, SMALL_LIST } from './cli.fixture';

describe('a live read model in which somebody altered a row', () => {
  const place = new Place();
  const data = place.at('data');
  const ask = (...words: string[]) => docket([...words, '--data', data, '--json']);
  const ranked = async () => (await ask('rank', '--as-of', '2019-12-31')).stdout;

  /** The live build says that a project was called otherwise; the log knows nothing of it. */
  const alter = (): void => {
    const folder = join(data, 'read-model');
    const file = readdirSync(folder).find((name) => name.endsWith('.sqlite')) ?? '';
    const database = new DatabaseSync(join(folder, file));
    const { changes } = database
      .prepare("update project__versions set name = 'Harbour Funnel' where name = 'Harbour Tunnel'")
      .run();
    database.close();
    if (changes === 0) throw new Error('No row was altered.');
  };

  beforeAll(() => ask('import', 'gmpp', place.file('list.csv', SMALL_LIST)), 60_000);
  afterAll(() => place.remove());

  it('is found out by a replay, which answers from the log; a rebuild puts it right', async () => {
    const right = await ranked();
    alter();
    expect(await ranked()).toBe(right.replace('Harbour Tunnel', 'Harbour Funnel'));
    const replayed = await ask('replay', '--as-of', '2019-12-31');
    expect([replayed.code, replayed.stdout]).toEqual([1, right]);
    expect(replayed.stderr).toContain('the live answer DIFFERS');
    await ask('rebuild');
    const again = await ask('replay', '--as-of', '2019-12-31');
    expect([again.code, await ranked()]).toEqual([0, right]);
  });
});
