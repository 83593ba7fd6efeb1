import { cpSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { docket, documentOf, Place, SMALL_LIST } from '../e2e/cli.fixture';

/** What the guards of the log would never let through: somebody with another program at the file. */
const withoutGuards = (file: string, work: (database: DatabaseSync) => void): void => {
  const database = new DatabaseSync(file);
  const triggers = database.prepare("select name, sql from sqlite_schema where type = 'trigger'").all();
  for (const { name } of triggers) database.exec(`drop trigger ${String(name)}`);
  work(database);
  for (const { sql } of triggers) database.exec(String(sql));
  database.close();
};

const change = (set: string, where: string) => (database: DatabaseSync) => {
  const { changes } = database.prepare(`update events set ${set} where ${where}`).run();
  if (changes !== 1) throw new Error(`${changes} events were changed.`);
};

/** One letter of the first imported project, in its facts or in its words. */
const letter = (from: string, to: string) =>
  change(
    `bytes = cast(replace(cast(bytes as text), '${from}', '${to}') as blob)`,
    `position = (select min(position) from events where instr(cast(bytes as text), '${from}') > 0)`,
  );

/** The small list with free text in the row of the Harbour Tunnel. */
const withDescriptions = (text: string): string =>
  text
    .split('\n')
    .map((line, n) =>
      n === 0
        ? `${line},description_aims`
        : line === ''
          ? line
          : `${line},${n === 1 ? 'Under the harbour' : ''}`,
    )
    .join('\n');

describe('a log that somebody changed while nobody served it', () => {
  const place = new Place();
  const origin = place.at('origin');
  const list = place.file('list.csv', withDescriptions(SMALL_LIST));
  let before: string;
  let copies = 0;
  const copied = (): string => {
    const data = place.at(`data-${++copies}`);
    cpSync(origin, data, { recursive: true });
    return data;
  };
  const ask = (data: string, ...words: string[]) => docket([...words, '--data', data, '--json']);
  const rankedIn = async (data: string) => (await ask(data, 'rank', '--as-of', '2019-12-31')).stdout;

  beforeAll(async () => {
    await ask(origin, 'import', 'gmpp', list);
    before = await rankedIn(origin);
  }, 60_000);
  afterAll(() => place.remove());

  it.each([
    [
      'facts',
      letter('"name":"Harbour Tunnel"', '"name":"Harbour Funnel"'),
      'the event before it is not the one',
    ],
    ['words', letter('Under the harbour', 'Above the harbour'), 'do not match their digest'],
    ['a type', change("type = 'ProjectRedescribed.v1'", 'position = 3'), 'its facts say'],
    ['an id', change("id = '00000000-0000-4000-8000-000000000000'", 'position = 3'), 'its id differs'],
    [
      'a stream',
      change(
        "stream = replace(stream, 'project', 'projekt')",
        "position = (select max(position) from events where stream like '%-project-%' and revision = 0)",
      ),
      'were written for the stream',
    ],
  ])('is found out: %s', async (_, tamper, what) => {
    const data = copied();
    withoutGuards(join(data, 'events.sqlite'), tamper);
    const verified = await ask(data, 'verify-chain');
    const { whole, faults, proves } = documentOf(verified);
    expect([verified.code, whole]).toEqual([1, false]);
    expect(proves).toContain('not proven of one with faults');
    expect(faults.map((fault: { what: string }) => fault.what).join('; ')).toContain(what);
  });

  it('is found out also where no read model can be built from it any more; the start says which event', async () => {
    const data = copied();
    withoutGuards(join(data, 'events.sqlite'), letter('Under the harbour', 'Above the harbour'));
    expect(await rankedIn(data)).toBe(before);
    rmSync(join(data, 'read-model'), { recursive: true });
    const ranked = await ask(data, 'rank');
    expect([ranked.code, documentOf(ranked)]).toEqual([
      1,
      expect.objectContaining({
        code: 'event-not-applied',
        detail: expect.stringMatching(/Event \d+ .* was not applied: .*docket verify-chain/s),
      }),
    ]);
    expect((await ask(data, 'verify-chain')).code).toBe(1);
  });

  it('shows in a replay: the log alone answers otherwise than the live read model', async () => {
    const data = copied();
    withoutGuards(join(data, 'events.sqlite'), letter('"rating":"green"', '"rating":"red"'));
    const replayed = await ask(data, 'replay', '--as-of', '2019-12-31');
    expect([replayed.code, documentOf(replayed).code]).toEqual([1, 'event-not-applied']);
    expect(replayed.stderr).toContain('one of the two was changed');
  });

  describe('and a read model', () => {
    const model = (data: string) =>
      join(
        data,
        'read-model',
        readdirSync(join(data, 'read-model')).find((name) => name.endsWith('.sqlite'))!,
      );

    it.each([
      ['its folder', (data: string) => rmSync(join(data, 'read-model'), { recursive: true })],
      ['its file', (data: string) => rmSync(model(data))],
      ['the pointer to it', (data: string) => writeFileSync(join(data, 'read-model', 'd1.live'), '')],
    ])('is built anew where %s is gone', async (_, harm) => {
      const data = copied();
      harm(data);
      expect(await rankedIn(data)).toBe(before);
    });

    it.each([
      ['is no database', (data: string) => writeFileSync(model(data), 'not a database '.repeat(1_000)), ''],
      ['is empty', (data: string) => writeFileSync(model(data), ''), ''],
      ['is cut short', (data: string) => truncateSync(model(data), 20_000), ''],
      [
        'is of another log',
        (data: string) => cpSync(join(place.at('other'), 'events.sqlite'), join(data, 'events.sqlite')),
        'the log has another event in its place',
      ],
    ])('that %s is refused with what helps, and that helps', async (_, harm, missed = '') => {
      const small = SMALL_LIST.split('\n').slice(0, 3).join('\n');
      await ask(place.at('other'), 'import', 'gmpp', place.file('small.csv', small));
      const data = copied();
      harm(data);
      const ranked = await ask(data, 'rank');
      const folder = join(data, 'read-model');
      expect([ranked.code, documentOf(ranked)]).toEqual([
        1,
        expect.objectContaining({ code: 'read-model-unusable', detail: expect.stringContaining(folder) }),
      ]);
      const verified = await ask(data, 'verify-chain');
      const faults = documentOf(verified).faults.map(({ what }: { what: string }) => what);
      expect([verified.code, faults]).toEqual([faults.length, missed === '' ? [] : faults]);
      expect(faults.join()).toContain(missed);
      rmSync(folder, { recursive: true });
      expect((await ask(data, 'rank')).code).toBe(0);
    });
  });
});
