import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { docket, documentOf, Place, startServer, stopServer, type Ended } from './cli.fixture';
import { storedInFolder } from './copied-answers.fixture';
import { TestDocket } from './docket.fixture';
import { bridge } from './samples.fixture';

const copyLog = (...words: readonly string[]): Promise<Ended> => docket(['copy-log', ...words, '--json']);

/** What a script sees: exit code, one problem document, and the same sentence on standard error. */
const problemOf = (ended: Ended) => {
  const { code, detail } = documentOf(ended);
  expect(ended.stderr).toContain(`docket: ${detail}`);
  return { exit: ended.code, code, detail };
};

const refused = (exit: number, code: string, detail: string) => ({
  ...{ exit, code },
  detail: expect.stringContaining(detail),
});

describe('a copy of the log of a data folder is refused', () => {
  const place = new Place();
  const origin = place.at('origin');

  beforeAll(async () => {
    const first = await TestDocket.start({ folder: origin });
    const maya = await first.as('p-maya');
    const { body } = await maya.post('/api/v1/portfolios', {
      name: 'City',
      currency: 'GBP',
      timeZone: 'UTC',
    });
    const priya = await first.as('p-priya');
    const { body: project } = await priya.post(`/api/v1/portfolios/${body.id}/projects`, bridge);
    await priya.write('PUT', `/api/v1/projects/${project.id}/business-case`, {
      ...bridge,
      wholeLifeCost: '13',
    });
    await first.stop();
  });
  afterAll(() => place.remove());

  const altered = (): string => {
    const folder = place.at('altered');
    cpSync(origin, folder, { recursive: true });
    const file = new DatabaseSync(`${folder}/events.sqlite`);
    file.exec('drop trigger events_are_never_changed');
    file.exec(
      `update events set bytes = cast(replace(cast(bytes as text), 'Highways', 'Railways') as blob) where type like 'ProjectProposed.%'`,
    );
    file.close();
    return folder;
  };

  it.each([
    ['without a place to copy from', ['--to', 'x'], 2, 'usage', 'needs --from'],
    ['without a place to copy to', ['--from', 'x'], 2, 'usage', 'needs --to'],
    ['with --data', ['--from', 'x', '--to', 'y', '--data', 'z'], 2, 'usage', 'takes no --data'],
    [
      'from a store of another kind',
      ['--from', 'redis://h', '--to', 'y'],
      2,
      'usage',
      '--from is "redis://…"',
    ],
    ['to a web address', ['--from', 'x', '--to', 'https://h'], 2, 'usage', 'esdb://…'],
    [
      'into an EventStoreDB without a word of records',
      ['--from', 'x', '--to', 'esdb://h'],
      2,
      'usage',
      '--records-to',
    ],
    [
      'with records of a folder',
      ['--from', 'x', '--records-from', 'none', '--to', 'y'],
      2,
      'usage',
      'in itself',
    ],
    [
      'with records in no PostgreSQL',
      ['--from', 'x', '--to', 'esdb://h', '--records-to', 'mysql://h'],
      2,
      'usage',
      'postgres://',
    ],
    [
      'with a list that is not there',
      ['--from', 'x', '--to', 'y', '--redact', '/none'],
      2,
      'usage',
      '/none cannot be read',
    ],
    [
      'from a folder that is not there',
      ['--from', '/nowhere', '--to', 'y'],
      1,
      'copy-place-refused',
      'no such folder',
    ],
    [
      'from a folder without a log',
      ['--from', '/tmp', '--to', 'y'],
      1,
      'copy-place-refused',
      'it has no events.sqlite',
    ],
  ])('%s', async (_, words, exit, code, detail) => {
    expect(problemOf(await copyLog(...words))).toEqual(refused(exit, code, detail));
  });

  it('into itself, or a folder in it, whatever the path is written like; nothing is touched', async () => {
    const link = place.at('link');
    symlinkSync(origin, link);
    const before = readdirSync(origin);
    const same = [origin, `file://${origin}/../origin`, relative(process.cwd(), origin), link];
    for (const to of [...same, `${origin}/copy`, `${link}/copy`])
      for (const from of [origin, link])
        expect(problemOf(await copyLog('--from', from, '--to', to))).toEqual(
          refused(1, 'copy-place-refused', 'the same place, or the target lies in the source'),
        );
    expect(readdirSync(origin)).toEqual(before);
  }, 60_000);

  it('to what is no folder; nothing is touched', async () => {
    const file = place.file('plain.txt', 'some words');
    const nowhere = place.at('nowhere');
    symlinkSync(place.at('not-there'), nowhere);
    for (const to of [file, nowhere])
      expect(problemOf(await copyLog('--from', origin, '--to', to))).toEqual(
        refused(1, 'copy-place-refused', `${to} is no folder, but a file or a link that leads to none`),
      );
    expect([readFileSync(file, 'utf8'), existsSync(place.at('not-there'))]).toEqual(['some words', false]);
  });

  it('into a folder copied by hand: it is the same log', async () => {
    const twin = place.at('twin');
    cpSync(origin, twin, { recursive: true });
    expect(problemOf(await copyLog('--from', origin, '--to', twin))).toEqual(
      refused(1, 'copy-same-log', 'keeps the id'),
    );
  });

  it('into a folder that holds something else, of which nothing is touched', async () => {
    const folder = place.at('else');
    mkdirSync(folder);
    mkdirSync(`${folder}/photos`);
    expect(problemOf(await copyLog('--from', origin, '--to', folder))).toEqual(
      refused(1, 'copy-place-refused', '"photos" is there'),
    );
    expect(readdirSync(folder)).toEqual(['photos']);
  });

  it('behind a log that has an event of its own', async () => {
    const folder = place.at('lived');
    await copyLog('--from', origin, '--to', folder);
    const copy = await TestDocket.start({ folder });
    await (
      await copy.as('p-maya')
    ).post('/api/v1/portfolios', { name: 'Own', currency: 'GBP', timeZone: 'UTC' });
    await copy.stop();
    expect(problemOf(await copyLog('--from', origin, '--to', folder))).toEqual(
      refused(1, 'copy-target-differs', 'has events of its own'),
    );
  });

  it('where the log is of another installation, on either side', async () => {
    const ended = await docket(['copy-log', '--from', origin, '--to', place.at('no'), '--json'], {
      DOCKET_INSTALLATION: 'other',
    });
    expect(problemOf(ended)).toEqual(refused(2, 'settings', 'of the installation "docket"'));
    expect(existsSync(place.at('no'))).toBe(false);
  });

  it.each(['from', 'to'])(
    'where nobody answers at the addresses of --%s, naming the options',
    async (end) => {
      const folder = place.at('untouched');
      const [there, here] = end === 'from' ? ['from', ['--to', folder]] : ['to', ['--from', origin]];
      const nobody = [
        ...[`--${there}`, 'esdb://docket:hidden@127.0.0.1:1?tls=false'],
        ...[`--records-${there}`, 'postgres://docket:hidden@127.0.0.1:1/docket'],
      ];
      const ended = await copyLog(...here, ...nobody);
      expect({ exit: ended.code, code: documentOf(ended).code }).toEqual({
        exit: 2,
        code: 'servers-unusable',
      });
      expect(documentOf(ended).detail).toMatch(
        new RegExp(
          `^2 servers cannot be used:\\n  - --${there}: No EventStoreDB answers at esdb://127\\.0\\.0\\.1:1: nobody listens there\\..+\\n  - --records-${there}: PostgreSQL at 127\\.0\\.0\\.1:1: nobody listens there\\. Start the server, or correct host and port in the address\\.$`,
        ),
      );
      expect(existsSync(folder)).toBe(false);
    },
  );

  it('where nobody answers at the EventStoreDB, also without records', async () => {
    const nobody = ['esdb://127.0.0.1:1?tls=false', '--records-to', 'none'];
    expect(documentOf(await copyLog('--from', origin, '--to', ...nobody))).toMatchObject({
      code: 'servers-unusable',
      detail: expect.stringMatching(/^A server cannot be used:\n {2}- --to: No EventStoreDB answers/),
    });
  });

  it('with a wrong percent sign in the password of the records', async () => {
    const there = [
      'esdb://127.0.0.1:1?tls=false',
      '--records-to',
      'postgres://docket:100%@127.0.0.1:1/docket',
    ];
    expect(problemOf(await copyLog('--from', origin, '--to', ...there))).toEqual(
      refused(2, 'usage', '--records-to has a % that begins no percent-encoded character.'),
    );
  });

  it('where the log was altered: the event is named, and nothing is written', async () => {
    const folder = place.at('from-altered');
    const ended = await copyLog('--from', altered(), '--to', folder);
    expect(problemOf(ended)).toEqual(refused(1, 'copy-source-altered', 'revision 1: the event before it'));
    expect(await storedInFolder(folder)).toEqual([]);
  });

  it('beside a Docket that serves the one or the other, saying to stop it', async () => {
    const served = place.at('served');
    const server = await startServer(served);
    expect(problemOf(await copyLog('--from', origin, '--to', served))).toEqual(
      refused(1, 'copy-place-refused', 'stop that one first'),
    );
    expect(problemOf(await copyLog('--from', served, '--to', place.at('of-served')))).toEqual(
      refused(1, 'copy-place-refused', 'stop that one first'),
    );
    expect(existsSync(place.at('of-served'))).toBe(false);
    await stopServer(server);
    expect(problemOf(await copyLog('--from', served, '--to', place.at('of-served')))).toEqual(
      refused(1, 'copy-source-empty', 'no event of the installation "docket"'),
    );
    expect(existsSync(place.at('of-served'))).toBe(false);
  });
});
