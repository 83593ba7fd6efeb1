import { readFileSync, readdirSync } from 'node:fs';
import {
  docket,
  documentOf,
  Place,
  sessionAt,
  SMALL_LIST,
  startServer,
  stopServer,
  type Ended,
} from './cli.fixture';

/** One portfolio manager at the command line, from the first list to the restored backup. */
describe('at the command line', () => {
  const place = new Place();
  const data = place.at('data');
  const list = place.file('list.csv', SMALL_LIST);
  const ask = (...words: string[]): Promise<Ended> => docket([...words, '--data', data, '--json']);
  const ranked = async (...words: string[]) => documentOf(await ask('rank', ...words));
  let first: Ended;
  let asOf2019: Ended;

  beforeAll(async () => {
    first = await ask('import', 'gmpp', list);
    asOf2019 = await ask('rank', '--as-of', '2019-12-31');
  }, 60_000);
  afterAll(() => place.remove());

  it('imports a list, and says what it did not take', () => {
    expect(first.code).toBe(0);
    expect(documentOf(first)).toEqual({
      rows: 5,
      recorded: 5,
      unchanged: 0,
      doubtful: [{ file: 'list.csv', line: 7, field: 'year', value: '', reason: expect.any(String) }],
    });
    expect(first.stderr).toContain('rows imported: 7 of 7');
  });

  it('ranks the portfolio as of a day, with what is missing said', () => {
    const { rows, portfolio, model } = documentOf(asOf2019);
    expect({ portfolio: portfolio.name, model: model.name }).toEqual({
      portfolio: 'GMPP',
      model: 'Delivery health 1',
    });
    expect(rows.map(({ rank, name }: { rank: number; name: string }) => [rank, name])).toEqual([
      [1, 'Harbour Tunnel'],
      [2, 'Ledger Renewal'],
      [null, 'Quiet Works'],
    ]);
    expect(Object.keys(rows[0]).sort()).toEqual(
      ['contributions', 'coverage', 'id', 'name', 'rank', 'reason', 'score', 'tieBreak'].sort(),
    );
    expect(rows[2].reason).toContain('no delivery confidence was judged');
  });

  it('gives the same bytes for the token and the instant of an answer, and the same rows for its number', async () => {
    const { asOf, rows } = documentOf(asOf2019);
    expect((await ask('rank', '--as-of', asOf.token)).stdout).toBe(asOf2019.stdout);
    expect((await ranked('--as-of', asOf.at)).rows).toEqual(rows);
    expect((await ranked('--as-of', String(asOf.number))).rows).toEqual(rows);
  });

  it('explains a project by part of its name, down to the events', async () => {
    const answer = documentOf(await ask('explain', 'harbour', '--as-of', '2019-12-31'));
    expect(answer).toMatchObject({ row: { rank: 1, name: 'Harbour Tunnel' }, ranked: 2, above: null });
    expect(answer.criteria[0]).toMatchObject({
      name: 'Delivery confidence',
      value: 'green',
      origin: { date: expect.any(String) },
    });
  });

  it('replays any moment from the log alone, byte for byte', async () => {
    const replayed = await ask('replay', '--as-of', '2019-12-31');
    expect([replayed.code, replayed.stdout]).toEqual([0, asOf2019.stdout]);
    expect((await ask('replay')).stderr).toContain('the same bytes as the live answer');
  });

  it('records nothing twice', async () => {
    expect(documentOf(await ask('import', 'gmpp', list))).toMatchObject({
      rows: 5,
      recorded: 0,
      unchanged: 5,
    });
    expect((await ask('rank', '--as-of', '2019-12-31')).stdout).toBe(asOf2019.stdout);
  });

  it('rebuilds the read model, and nothing changes', async () => {
    const { number } = documentOf(asOf2019).asOf;
    const { events } = documentOf(await ask('rebuild'));
    expect(events).toBeGreaterThan(number);
    expect((await ask('rank', '--as-of', '2019-12-31')).stdout).toBe(asOf2019.stdout);
  });

  it('verifies the chain, and says what that proves', async () => {
    const verified = await ask('verify-chain');
    expect(verified.code).toBe(0);
    expect(documentOf(verified)).toMatchObject({
      whole: true,
      faults: [],
      proves: expect.stringContaining('only with seals'),
    });
  });

  it('leaves nothing behind in the folder that would look like an owner', () =>
    expect(readdirSync(data).sort()).toEqual([
      'events.sqlite',
      'jobs.sqlite',
      'lock.sqlite',
      'read-model',
      'records.sqlite',
    ]));

  it('backs up while a server is being written to; a restore ranks the same, under a new log', async () => {
    const server = await startServer(data);
    const cookie = await sessionAt(server.address, 'p-maya');
    const backup = place.at('backup');
    let isDone = false;
    let written = 0;
    const writing = (async () => {
      for (; !isDone || written < 3; written++)
        await fetch(`${server.address}/api/v1/portfolios`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json', 'idempotency-key': `backup-${written}` },
          body: JSON.stringify({ name: `Later ${written}`, currency: 'GBP', timeZone: 'Europe/London' }),
        });
    })();
    const taken = await ask('backup', backup);
    isDone = true;
    await writing;
    expect((await stopServer(server)).code).toBe(0);
    const manifest = documentOf(taken);
    expect(manifest).toMatchObject({
      installation: 'docket',
      log: documentOf(asOf2019).asOf.log,
      files: ['records.sqlite', 'events.sqlite'],
    });
    expect(JSON.parse(readFileSync(`${backup}/backup.json`, 'utf8'))).toEqual(manifest);

    const again = place.at('again');
    const restored = documentOf(await docket(['restore', backup, '--data', again, '--json']));
    expect(restored).toEqual({ log: expect.any(String), former: manifest.log });
    const there = await docket([
      'rank',
      '--portfolio',
      'GMPP',
      '--as-of',
      '2019-12-31',
      '--data',
      again,
      '--json',
    ]);
    const { token, log } = documentOf(asOf2019).asOf;
    const { asOf } = documentOf(there);
    expect(asOf.log).toBe(restored.log);
    expect(there.stdout.replace(asOf.token, token).replace(asOf.log, log)).toBe(asOf2019.stdout);
    expect(
      documentOf(await docket(['rank', '--portfolio', 'GMPP', '--as-of', token, '--data', again, '--json'])),
    ).toMatchObject({ code: 'as-of-of-another-log' });
    expect(documentOf(await docket(['verify-chain', '--data', again, '--json']))).toMatchObject({
      whole: true,
    });
  }, 90_000);

  it('asks which portfolio is meant where there are several', async () => {
    const asked = await ask('rank');
    expect([asked.code, documentOf(asked)]).toEqual([
      1,
      expect.objectContaining({ code: 'portfolio-ambiguous', detail: expect.stringContaining('"GMPP"') }),
    ]);
    expect((await ranked('--portfolio', 'gmpp')).rows).toHaveLength(2);
  });
});
