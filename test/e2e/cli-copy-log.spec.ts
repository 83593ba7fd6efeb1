import { randomInt } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Child, docket, documentOf, Place, startServer, stopServer, type Ended } from './cli.fixture';
import { liveAtRandom, momentsOf, rankingsAt, storedInFolder } from './copied-answers.fixture';
import { TestDocket } from './docket.fixture';

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

describe('copying the log of a data folder into another one', () => {
  const place = new Place();
  const origin = place.at('origin');
  const seed = randomInt(2 ** 31);
  let moments: readonly string[];
  let answers: readonly string[];
  let stored: readonly string[];

  beforeAll(async () => {
    const first = await TestDocket.start({ folder: origin });
    await liveAtRandom(first, seed, 300);
    const { number } = await first.running.system.live.current().checkpoint();
    moments = momentsOf(seed, number, 100);
    answers = await rankingsAt(first, moments);
    await first.stop();
    stored = await storedInFolder(origin);
  }, 120_000);
  afterAll(() => place.remove());

  it('gives the same facts, and the same rankings at 100 random moments; nothing is added by itself', async () => {
    const folder = place.at('copy');
    const copied = documentOf(await copyLog('--from', origin, '--to', folder));
    expect(copied).toMatchObject({
      ...{ events: stored.length, copied: stored.length, redacted: [], more: false },
      records: { copied: expect.any(Number), leftBehind: ['process-checkpoint', 'secret'] },
    });
    expect(copied.to).not.toBe(copied.from);
    const copy = await TestDocket.start({ folder });
    expect({ seed, answers: await rankingsAt(copy, moments) }).toEqual({ seed, answers });
    await copy.stop();
    expect((await storedInFolder(folder)).join('\n') === stored.join('\n')).toBe(true);
  }, 60_000);

  it('refuses a token of the origin in the copy, and says that numbers and dates are answered', async () => {
    const first = await TestDocket.start({ folder: origin });
    const { body } = await first.visitor.get('/api/v1/portfolios');
    await first.stop();
    const copy = await TestDocket.start({ folder: place.at('copy') });
    const asked = await copy.visitor.get(`/api/v1/portfolios?asOf=${body.asOf.token}`);
    expect([asked.status, asked.body.code]).toEqual([409, 'as-of-of-another-log']);
    await copy.stop();
  }, 60_000);

  it('knows a repeated creation in the copy, and holds its key to one name there', async () => {
    const [folder, first] = [place.at('keys'), await TestDocket.start({ folder: origin })];
    const city = { name: 'Key city', currency: 'GBP', timeZone: 'UTC' };
    const maya = await first.as('p-maya');
    const opened = await maya.post('/api/v1/portfolios', city, 'key-of-a-city');
    await first.stop();
    stored = await storedInFolder(origin);
    expect((await copyLog('--from', origin, '--to', folder)).code).toBe(0);
    const copy = await TestDocket.start({ folder });
    const there = await copy.as('p-maya');
    const again = await there.post('/api/v1/portfolios', city, 'key-of-a-city');
    expect([again.status, again.body]).toEqual([opened.status, opened.body]);
    const other = await there.post('/api/v1/portfolios', { ...city, name: 'Other' }, 'key-of-a-city');
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    await copy.stop();
  }, 60_000);

  it('goes on where a kill left it', async () => {
    const folder = place.at('killed');
    for (let kill = 0; kill < 3; kill += 1) {
      const child = new Child('cli', ['copy-log', '--from', origin, '--to', folder], {});
      await child.says(/events copied: \d+ of/);
      child.kill('SIGKILL');
      await child.ended;
    }
    expect(documentOf(await copyLog('--from', origin, '--to', folder))).toMatchObject({
      events: stored.length,
      more: false,
    });
    expect((await storedInFolder(folder)).join('\n') === stored.join('\n')).toBe(true);
  }, 60_000);

  it('says to a person what was copied, that it is a log of its own and that it was verified', async () => {
    const { code, stdout } = await docket(['copy-log', '--from', origin, '--to', place.at('told')]);
    const text = stdout.replace(/\s+/g, ' ');
    expect(code).toBe(0);
    for (const said of [
      `Copied ${stored.length} events in`,
      `The last is event ${stored.length},`,
      'Left behind, as each place makes its own: process-checkpoint, secret.',
      'a log of its own',
      'Verified: every fact is that of the source, in its order.',
    ])
      expect(text).toContain(said);
  });

  describe('is refused', () => {
    const altered = (): string => {
      const folder = place.at('altered');
      cpSync(origin, folder, { recursive: true });
      const file = new DatabaseSync(`${folder}/events.sqlite`);
      file.exec('drop trigger events_are_never_changed');
      file.exec(
        `update events set bytes = cast(replace(cast(bytes as text), '"currency":"GBP"', '"currency":"USD"') as blob) where position = 1`,
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

    it('into itself, whatever the path is written like', async () =>
      expect(problemOf(await copyLog('--from', origin, '--to', `file://${origin}/../origin`))).toEqual(
        refused(1, 'copy-place-refused', 'the same place'),
      ));

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
    });
  });
});
