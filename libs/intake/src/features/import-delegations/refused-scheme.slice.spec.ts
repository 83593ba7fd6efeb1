import { by, openScheme } from '../../testing/scheme-slice';
import type { DelegationsReport } from './delegations-report';
import { importDelegations } from './import-delegations';

const HEADER = 'reference,holder,granted by,part of,kind,domain,limit per decision,may sub-delegate';
const scheme = (...rows: readonly string[]): string => [HEADER, ...rows].join('\n');
const BOARD = '1,Board,portfolio,,capital,,50,yes';

describe('a scheme of delegation that cannot be carried out', () => {
  let city: Awaited<ReturnType<typeof openScheme>>;
  beforeAll(async () => {
    city = await openScheme();
    const roads = await city.people.node('Roads');
    await city.people.node('Bridges', roads);
    await city.people.node('Bridges', await city.people.node('Rail'));
    for (const [name, chair] of [
      ['Board', 'cleo'],
      ['Lead', 'lea'],
      ['Team', 'tim'],
    ] as const)
      await city.people.body(name, chair);
  });
  afterAll(() => city.close());

  const inShort = ({ refused }: DelegationsReport) =>
    refused.map(({ line, field, value, code }) => `${line} ${field} ${JSON.stringify(value)} ${code}`);

  it.each([
    ['a body that is not there', [BOARD, '2,Moon,Board,1,capital,,5,no'], '3 holder "Moon" cell-not-taken'],
    ['a grantor that is not there', ['1,Board,Moon,,capital,,5,no'], '2 granted by "Moon" cell-not-taken'],
    [
      'a node that is not there',
      ['1,Board,portfolio,,capital,Canals,5,no'],
      '2 domain "Canals" cell-not-taken',
    ],
    [
      'a node that could be two',
      ['1,Board,portfolio,,capital,Bridges,5,no'],
      '2 domain "Bridges" cell-not-taken',
    ],
    [
      'one of two nodes',
      ['1,Board,portfolio,,capital,Roads; Canals,5,no'],
      '2 domain "Roads; Canals" cell-not-taken',
    ],
    ['a reference twice', [BOARD, '1,Lead,Board,,capital,,5,no'], '3 reference "1" cell-not-taken'],
    ['a part of no row', [BOARD, '2,Lead,Board,9,capital,,5,no'], '3 part of "9" cell-not-taken'],
    [
      'a part of a row, granted by the portfolio',
      ['1,Board,portfolio,1,capital,,5,no'],
      '2 part of "1" cell-not-taken',
    ],
    [
      'a limit that could be two',
      ['1,Board,portfolio,,capital,,1.000,no'],
      '2 limit per decision "1.000" cell-not-taken',
    ],
    [
      'more than its own limit',
      [BOARD, '2,Lead,Board,1,capital,,51,no'],
      '3 limit per decision "51" beyond-own-limit',
    ],
    [
      'another kind than its own',
      [BOARD, '2,Lead,Board,1,disposal,,5,no'],
      '3 kind "disposal" beyond-own-limit',
    ],
    [
      'a body of its own chain',
      [BOARD, '2,Lead,Board,1,capital,,5,yes', '3,Board,Lead,2,capital,,1,no'],
      '4 holder "Board" circle-of-grants',
    ],
    ['itself', ['1,Board,Board,,capital,,5,no'], '2 holder "Board" circle-of-grants'],
    [
      'what may not be passed on',
      [BOARD.replace('yes', 'no'), '2,Lead,Board,1,capital,,5,no'],
      '3 granted by "Board" sub-delegation-not-allowed',
    ],
    ['the same twice', [BOARD, BOARD.replace('1', '2')], '3 holder "Board" row-repeated'],
  ])('is refused with %s, and nothing is stored', async (_, rows, refused) => {
    const before = await city.store.head();
    const report = await city.people.imported(scheme(...rows));
    expect(report).toMatchObject({
      result: 'refused',
      rows: rows.length,
      granted: 0,
      changed: 0,
      revoked: 0,
    });
    expect(inShort(report)).toEqual([refused]);
    expect(report.refused[0]?.reason.length).toBeGreaterThan(30);
    expect(await city.store.head()).toBe(before);
  });

  it('is refused with the body of another portfolio, though it is named by its id', async () => {
    const elsewhere = await (await city.portfolio('Harbour')).body('Pier board', 'cleo');
    const report = await city.people.imported(scheme(`1,${elsewhere},portfolio,,capital,,5,no`));
    expect(inShort(report)).toEqual([`2 holder "${elsewhere}" cell-not-taken`]);
  });

  it('is told all that is wrong at once: first with cells, then by the rules, by line', async () => {
    const cells = await city.people.imported(
      scheme('1,Moon,portfolio,,,,5,no', '2,Lead,Sun,,capital,,1.000,maybe'),
    );
    expect(inShort(cells)).toEqual([
      ...['2 kind "" cell-not-taken', '3 limit per decision "1.000" cell-not-taken'],
      '3 may sub-delegate "maybe" cell-not-taken',
    ]);
    const rules = await city.people.imported(
      scheme('3,Team,Board,1,disposal,,5,no', BOARD, '2,Lead,Board,1,capital,,51,no'),
    );
    expect(inShort(rules)).toEqual([
      ...['2 kind "disposal" beyond-own-limit', '4 limit per decision "51" beyond-own-limit'],
    ]);
    expect(rules.steps.map(({ line, does }) => `${line} ${does}`)).toEqual([
      '2 refuse',
      '3 grant',
      '4 refuse',
    ]);
  });

  it('is refused where there is no such portfolio', async () => {
    const { runtime, commands: bus } = city;
    const asked = { portfolioId: 'nowhere', file: { name: 's.csv', bytes: Buffer.from(scheme(BOARD)) } };
    const choice = { dryRun: false, revokeMissing: false };
    expect(
      await importDelegations({ runtime, bus }, by('otto', 'nowhere'), { ...asked, ...choice }),
    ).toMatchObject({
      ...{ outcome: 'refused', refusal: { code: 'portfolio-unknown' } },
    });
  });

  describe('once something is granted', () => {
    beforeAll(async () => {
      await city.people.imported(
        scheme(BOARD, '2,Lead,Board,1,capital,,5,yes', '3,Team,Lead,2,capital,,1,no'),
      );
    });

    it('is refused to a chair for the rows of others, and takes nothing away that is not theirs to revoke', async () => {
      const before = await city.store.head();
      const asLea = by('lea', 'lea', 'own');
      const others = await city.people.imported(scheme(BOARD, '2,Lead,Board,1,capital,,4,yes'), {
        who: asLea,
      });
      expect(inShort(others)).toEqual(['3 granted by "Board" not-yours-to-revoke']);
      const missing = await city.people.imported(scheme(BOARD), { who: asLea, revokeMissing: true });
      expect(inShort(missing)).toEqual(['null holder "Lead" not-yours-to-revoke']);
      expect(missing.missing.map(({ isRevoked }) => isRevoked)).toEqual([false, false]);
      expect(await city.store.head()).toBe(before);
    });

    it('only says what it would do where it is tried', async () => {
      const before = await city.store.head();
      const report = await city.people.imported(scheme(BOARD, '2,Lead,Board,1,capital,,4,yes'), {
        ...{ dryRun: true, revokeMissing: true },
      });
      expect(report).toMatchObject({
        ...{ result: 'tried', rows: 2, granted: 1, changed: 1, unchanged: 1, revoked: 2, refused: [] },
        steps: [
          { line: 2, does: 'nothing' },
          { line: 3, holder: 'Lead', does: 'change', grantId: null, differs: ['limit per decision'] },
        ],
        missing: [{ holder: 'Team', kinds: ['capital'], isRevoked: true }],
      });
      expect(await city.store.head()).toBe(before);
    });

    it('tells of kinds that are said for the first time, which could be slips', async () => {
      const report = await city.people.imported(scheme(BOARD, '2,Lead,Board,1,captial,,4,yes'), {
        dryRun: true,
      });
      expect(report.notices).toMatchObject([{ line: 3, field: 'kind', value: 'captial' }]);
      expect(report.notices[0]?.reason).toContain('slip of the pen');
    });

    it('names the file without its folders, and is told apart from a row by that', async () => {
      const name = 'C:\\Users\\otto\\next.csv';
      const file = { name, bytes: Buffer.from(scheme(BOARD)) };
      expect((await city.people.imported('', { file, dryRun: true })).file).toBe('next.csv');
    });
  });
});
