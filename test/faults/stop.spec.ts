import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { docket, documentOf, Child, Place, startServer } from '../e2e/cli.fixture';

const HEADER =
  'year,project_number,project_name,department,report_category,colour_rating,start_date,end_date,yearly_budget,yearly_forecast,wlc_baseline_incl_NCG';

/** A list of three years with so many projects in each. */
const listOf = (projects: number): string =>
  [
    HEADER,
    ...[2019, 2020, 2021].flatMap((year) =>
      Array.from(
        { length: projects },
        (_, index) => `${year},,Work ${index},DfT,,Amber,2015-01-01,2029-12-31,100,10${index % 10},900`,
      ),
    ),
  ].join('\n');

const everyFileIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map(({ parentPath, name }) =>
    join(parentPath, name),
  );

describe('a server that is stopped while somebody imports through it', () => {
  const place = new Place();
  const data = place.at('data');
  afterAll(() => place.remove());

  it('finishes the import, tells what came of it, and only then goes', async () => {
    const server = await startServer(data);
    const list = place.file('list.csv', listOf(120));
    const importing = new Child('cli', ['import', 'gmpp', list, '--data', data, '--json'], {}, 120);
    await importing.says(/rows imported/);
    server.child.kill('SIGTERM');
    const [imported, stopped] = await Promise.all([importing.ended, server.child.ended]);
    expect([imported.code, documentOf(imported)]).toEqual([
      0,
      { rows: 360, recorded: 360, unchanged: 0, doubtful: [] },
    ]);
    expect([stopped.code, stopped.stderr]).toEqual([0, expect.stringMatching(/stopping[^]*stopped/)]);
    expect(documentOf(await docket(['verify-chain', '--data', data, '--json']))).toMatchObject({
      whole: true,
    });
  }, 180_000);

  it('leaves nothing behind that others than its user may read', () => {
    const others = 0o077;
    const open = [data, ...everyFileIn(data)].filter((path) => (statSync(path).mode & others) !== 0);
    expect(open).toEqual([]);
  });
});
