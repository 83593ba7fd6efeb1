import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import {
  docket,
  documentOf,
  Place,
  SMALL_LIST,
  startServer,
  stopServer,
  type Ended,
  type Server,
} from './cli.fixture';

const HEADER = SMALL_LIST.split('\n')[0]!;

/** What a script sees: exit code, one problem document, and the same sentence on standard error. */
const problemOf = (ended: Ended) => {
  const { code, status, detail } = documentOf(ended);
  expect(ended.stderr).toContain(`docket: ${detail}`);
  return { exit: ended.code, code, status, detail };
};

describe('the command line refuses', () => {
  const place = new Place();
  const data = place.at('data');
  const list = place.file('list.csv', SMALL_LIST);
  afterAll(() => place.remove());

  it.each([
    ['an unknown command', ['frobnicate'], 'docket has no command "frobnicate"'],
    ['no command', [], 'Say which command'],
    ['an unknown option', ['rank', '--colour'], "Unknown option '--colour'"],
    ['an option without its value', ['rank', '--as-of'], "'--as-of' argument is ambiguous"],
    ['an empty value', ['rank', '--data='], '--data is given without a value'],
    ['a word too many', ['rank', 'GMPP'], 'takes no further word'],
    ['a word too few', ['explain'], 'takes one project'],
    ['a moment for what reads none', ['rebuild', '--as-of', '3'], 'takes no --as-of'],
    ['another list than it knows', ['import', 'excel', list], 'knows gmpp and delegations, not "excel"'],
    ['a file that is not there', ['import', 'gmpp', '/nowhere/list.csv'], '/nowhere/list.csv cannot be read'],
    ['a folder as a file', ['import', 'gmpp', '/tmp'], 'EISDIR'],
    ['a backup without a place', ['backup'], 'Say where to'],
  ])('%s with exit code 2', async (_, words, detail) => {
    const problem = problemOf(await docket([...words, '--json']));
    expect(problem).toEqual({
      exit: 2,
      code: 'usage',
      status: 400,
      detail: expect.stringContaining(detail),
    });
  });

  it('wrong settings, all of them at once, with exit code 2', async () => {
    const settings = {
      PORT: 'x',
      DOCKET_SAMPLE: 'maybe',
      DOCKET_EVENT_STORE: 'esdb://127.0.0.1:1',
      DOCKET_JOBS: 'http://x',
    };
    const { exit, code, detail } = problemOf(await docket(['rank', '--json'], settings));
    expect([exit, code]).toEqual([2, 'settings']);
    for (const mistake of [
      '4 settings are wrong',
      'PORT is "x"',
      'DOCKET_SAMPLE is "maybe"',
      'DOCKET_JOBS must be an address',
      'DOCKET_READ_MODEL not',
    ])
      expect(detail).toContain(mistake);
  });

  it('a data folder beside servers with exit code 2', async () => {
    const servers = {
      DOCKET_EVENT_STORE: 'esdb://127.0.0.1:1',
      DOCKET_READ_MODEL: 'postgres://127.0.0.1:1/x',
      DOCKET_JOBS: 'redis://127.0.0.1:1',
    };
    expect(problemOf(await docket(['rank', '--data', data, '--json'], servers))).toMatchObject({
      exit: 2,
      code: 'usage',
    });
    const backup = documentOf(await docket(['backup', '--json'], servers));
    expect(backup.howTo).toContain('EventStoreDB');
  });

  it.each([
    ['is a file', () => list],
    ['has no parent', () => place.at('no/such/folder')],
  ])('a data folder that %s with exit code 2', async (_, folder) =>
    expect(problemOf(await docket(['rank', '--data', folder(), '--json']))).toMatchObject({
      exit: 2,
      code: 'folder-unusable',
    }),
  );

  it('to read a folder that is not there, and makes none for a slip in its name', async () => {
    const slip = place.at('dta');
    for (const words of [
      ['rank'],
      ['explain', 'x'],
      ['replay'],
      ['rebuild'],
      ['verify-chain'],
      ['backup', place.at('b')],
    ])
      expect(problemOf(await docket([...words, '--data', slip, '--json']))).toMatchObject({
        exit: 2,
        code: 'folder-unusable',
        detail: expect.stringContaining(`There is no data folder ${slip}`),
      });
    expect(existsSync(slip)).toBe(false);
  });

  const unreadable: readonly (readonly [string, string | Uint8Array, string])[] = [
    ['a column missing', HEADER.replace('colour_rating,', ''), 'column-missing'],
    ['an empty file', '', 'file-empty'],
    [
      'a broken encoding',
      Buffer.concat([Buffer.from(`${SMALL_LIST}2020,,Café Nord,`), Buffer.from([0xe9, 0x0a])]),
      'file-encoding-broken',
    ],
    [
      'a UTF-16 file cut in half',
      Buffer.from(`\ufeff${SMALL_LIST}`, 'utf16le').subarray(0, 1_001),
      'file-encoding-broken',
    ],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file-encoding-broken'],
    ['a page of the web', '<!doctype html><html><body>Not found</body></html>', 'file-not-a-list'],
  ];

  it.each(unreadable)('%s with exit code 1, the good file beside it too', async (name, content, code) => {
    const file = place.file(`${name.replaceAll(' ', '-')}.csv`, content);
    const problem = problemOf(await docket(['import', 'gmpp', list, file, '--data', data, '--json']));
    expect({ exit: problem.exit, code: problem.code }).toEqual({ exit: 1, code });
  });

  it('all these files without storing anything', async () => {
    expect(documentOf(await docket(['verify-chain', '--data', data, '--json']))).toMatchObject({ events: 0 });
  });

  it('a question about nothing with exit code 1, saying what would help', async () => {
    expect(problemOf(await docket(['rank', '--data', data, '--json']))).toMatchObject({
      exit: 1,
      code: 'portfolio-unknown',
      detail: expect.stringContaining('docket import gmpp FILE'),
    });
  });

  describe('on a portfolio', () => {
    const ask = (...words: string[]) => docket([...words, '--data', data, '--json']);
    let server: Server;
    beforeAll(async () => {
      server = await startServer(data);
      await ask('import', 'gmpp', list);
    }, 60_000);
    afterAll(() => stopServer(server));

    it.each([
      ['an unknown portfolio', ['rank', '--portfolio', 'Atlantis'], 'portfolio-unknown'],
      ['a moment that is none', ['rank', '--as-of', 'yesterday'], 'as-of-malformed'],
      ['a day to come', ['rank', '--as-of', '2999-01-01'], 'as-of-in-the-future'],
      ['a number beyond the log', ['rank', '--as-of', '999999'], 'as-of-beyond-the-end'],
      ['an unknown model', ['rank', '--model', 'Gut feeling'], 'model-unknown'],
      ['an unknown project', ['explain', 'Atlantis'], 'project-unknown'],
      ['a name several projects have', ['explain', 'r', '--as-of', '2019-12-31'], 'project-unknown'],
      ['a path that is no read', ['replay', '/health/live'], 'fields-invalid'],
      ['a path that leads elsewhere', ['replay', '/api/v1/portfolios/../people'], 'fields-invalid'],
      ['a path that leads elsewhere', ['replay', '/api/v1/portfolios/x/%2E%2e/../people'], 'fields-invalid'],
    ])('%s with exit code 1', async (_, words, code) =>
      expect(problemOf(await ask(...words))).toMatchObject({ exit: 1, code }),
    );

    it('a folder of another installation, which would look empty', async () => {
      const copy = place.at('copy');
      await ask('backup', copy);
      const restored = place.at('restored');
      await docket(['restore', copy, '--data', restored]);
      const other = await docket(['rank', '--data', restored, '--json'], { DOCKET_INSTALLATION: 'other' });
      expect(problemOf(other)).toMatchObject({
        exit: 2,
        code: 'settings',
        detail: expect.stringContaining('is of the installation "docket", the settings say "other"'),
      });
    });

    it('a backup into the data folder itself, by whatever path', async () => {
      symlinkSync(data, place.at('link'));
      for (const to of [data, `${data}/backup`, `${data}/../data/deep/er`, place.at('link/backup')])
        expect(problemOf(await ask('backup', to))).toMatchObject({
          exit: 1,
          code: 'backup-refused',
          detail: expect.stringContaining('lies in the data folder itself'),
        });
    });

    it('a backup into a folder that holds something, and a restore from what is no backup', async () => {
      expect(problemOf(await ask('backup', place.path))).toMatchObject({ exit: 1, code: 'backup-refused' });
      mkdirSync(place.at('half'));
      const empty = place.at('empty');
      const restored = await docket(['restore', place.at('half'), '--data', empty, '--json']);
      expect(problemOf(restored)).toMatchObject({
        exit: 1,
        code: 'backup-refused',
        detail: expect.stringContaining('no readable backup.json'),
      });
      expect(existsSync(empty)).toBe(false);
    });

    it('nobody who asks for help', async () => {
      const help = await docket(['--help']);
      expect([help.code, help.stderr]).toEqual([0, '']);
      const tooWide = help.stdout.split('\n').filter((line) => line.length > 80);
      expect(tooWide).toEqual([]);
    });

    it('nobody whose terminal is 80 wide', async () => {
      for (const words of [['rank'], ['explain', 'coast'], ['verify-chain'], ['import', 'gmpp', list]]) {
        const { code, stdout } = await docket([...words, '--data', data]);
        const wide = stdout.split('\n').filter((line) => line.length > 80 && !/^ {2}t\w+$/.test(line));
        expect([code, wide]).toEqual([0, []]);
      }
    });
  });
});
