import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { docket, documentOf, Place } from './cli.fixture';
import { TestDocket, type Loose } from './docket.fixture';
import { SchemeCity } from './scheme.fixture';

const ROOT = join(__dirname, '../..');
const HOW_TO = readFileSync(join(ROOT, 'docs/how-to/import-delegations.md'), 'utf8');
const SAMPLE = join(ROOT, 'docs/how-to/delegations.csv');

/** Blocks of the how-to whose fence begins so, in their order. */
const blocks = (fence: string): readonly string[] =>
  [...HOW_TO.matchAll(new RegExp(`^\`\`\`${fence}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );

/** Types the steps as they are printed, in one shell, on a data folder; what was said on standard output. */
const typed = async (data: string, exported: string): Promise<string> => {
  const script = blocks('sh step').join('\n').replaceAll('delegations-now.csv', exported);
  const env = { ...process.env, DOCKET_DATA: data, DOCKET_SAMPLE: 'off', NODE_OPTIONS: '' };
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: ROOT,
    env,
  });
  return stdout;
};

describe('delegations at the command line', () => {
  const place = new Place();
  const data = place.at('data');
  const ask = (...words: string[]) => docket([...words, '--data', data, '--json']);
  beforeAll(async () => {
    const running = await TestDocket.start({ folder: data });
    await SchemeCity.open(running);
    await running.stop();
  }, 60_000);
  afterAll(() => place.remove());

  const refused = (answer: Loose): readonly string[] =>
    answer.refused.map(({ line, field, value, code }: Loose) => `${line} ${field} ${value}: ${code}`);

  it('are imported as the how-to says, and the steps say what it prints', async () => {
    const said = blocks('text said');
    expect([said.length, blocks('sh step').length]).toEqual([3, 5]);
    const exported = place.at('exported.csv');
    const stdout = await typed(data, exported);
    for (const text of said) expect(stdout).toContain(text);
    expect(stdout).toContain('Only tried: nothing was done. Done, it would be\n9 rows: 9 granted');
    expect(stdout).toMatch(
      /Bridges team\n {2}capital +up to 250,000, 1,000,000 a year, in Bridges, for go,\n +hold\n/,
    );
    expect(existsSync(exported)).toBe(true);
  }, 120_000);

  it('are the same exported as read, and imported again change nothing', async () => {
    const { csv } = documentOf(await ask('export', 'delegations', '--portfolio', 'City'));
    const again = await ask('import', 'delegations', place.file('again.csv', csv), '--revoke-missing');
    expect([again.code, documentOf(again)]).toMatchObject([
      0,
      { result: 'imported', file: 'again.csv', rows: 9, granted: 0, unchanged: 9, revoked: 0, refused: [] },
    ]);
    const matrix = documentOf(await ask('delegations'));
    expect(matrix.tiers.map(({ name }: Loose) => name)).toContain('Bridges team');
  });

  it('are refused with file, line, column and what stands there; nothing is done, and the exit code is 1', async () => {
    const rows = readFileSync(SAMPLE, 'utf8')
      .replace('Lead of rail,', 'Lead of trams,')
      .replace('£10m', '1.000');
    const wrong = await ask('import', 'delegations', place.file('wrong.csv', rows));
    expect([wrong.code, documentOf(wrong).result, refused(documentOf(wrong))]).toEqual([
      1,
      'refused',
      ['3 limit per decision 1.000: cell-not-taken', '9 holder Lead of trams: cell-not-taken'],
    ]);
    const inWords = await docket(['import', 'delegations', place.at('wrong.csv'), '--data', data]);
    expect(inWords.stdout).toContain('Nothing was done.\n');
    expect(inWords.stdout).toMatch(/wrong\.csv:3 limit per decision "1\.000": It could be 1000 or 1\./);
  });

  it.each([
    ['a file that is not there', ['import', 'delegations', '/nowhere.csv'], 'cannot be read'],
    ['two files', ['import', 'delegations', SAMPLE, SAMPLE], 'is one file'],
    ['lists, tried', ['import', 'gmpp', SAMPLE, '--dry-run'], 'neither --dry-run nor'],
    ['an export of something else', ['export', 'motions'], 'docket export knows delegations'],
    ['a ranking, tried', ['rank', '--dry-run'], 'takes no --dry-run'],
  ])('are not asked for with %s', async (_, words, says) => {
    const { code, stdout } = await ask(...words);
    expect([code, stdout]).toEqual([2, expect.stringContaining(says)]);
  });

  it('are refused whole where the file is no scheme', async () => {
    const workbook = place.file('scheme.xlsx', Buffer.from('PK\u0003\u0004\n\u0000\u0000'));
    const ended = await ask('import', 'delegations', workbook);
    expect([ended.code, documentOf(ended)]).toMatchObject([1, { code: 'file-encoding-broken' }]);
  });
});
