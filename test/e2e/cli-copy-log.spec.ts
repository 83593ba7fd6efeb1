import { randomInt } from 'node:crypto';
import { startProtocolServer } from '../protocol-server';
import { Child, docket, documentOf, Place, type Ended } from './cli.fixture';
import { liveAtRandom, momentsOf, rankingsAt, storedInFolder } from './copied-answers.fixture';
import { TestDocket } from './docket.fixture';

const copyLog = (...words: readonly string[]): Promise<Ended> => docket(['copy-log', ...words, '--json']);

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

  it('gives the same by way of an EventStoreDB, there and back', async () => {
    const [server, folder] = [await startProtocolServer(), place.at('by-way')];
    const there = await copyLog('--from', origin, '--to', server.url, '--records-to', 'none');
    const back = await copyLog('--from', server.url, '--records-from', 'none', '--to', folder);
    await server.stop();
    expect([there, back].map((ended) => [ended.code, documentOf(ended).copied])).toEqual([
      [0, stored.length],
      [0, stored.length],
    ]);
    expect((await storedInFolder(folder)).join('\n') === stored.join('\n')).toBe(true);
    const copy = await TestDocket.start({ folder });
    expect({ seed, answers: await rankingsAt(copy, moments) }).toEqual({ seed, answers });
    await copy.stop();
  }, 120_000);

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
});
