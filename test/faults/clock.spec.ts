import { writeFileSync } from 'node:fs';
import { docket, documentOf, jsonAt, Place, startServer, stopServer, type Server } from '../e2e/cli.fixture';
import { audit, eventsIn, Writers } from './writers.fixture';

const HOUR = 3_600_000;
const NOTHING = { lost: [], doubled: [], outOfOrder: [] };

/** A clock for a child that is as far from the machine's as a file says, in milliseconds; read at every look. */
const clockAt = (place: Place, file: string): Record<string, string> => {
  const preload = place.file(
    'clock.cjs',
    `const { readFileSync } = require('node:fs');
     const Real = Date;
     const now = () => Real.now() + Number(readFileSync(${JSON.stringify(file)}, 'utf8'));
     globalThis.Date = class extends Real {
       constructor(...given) { given.length ? super(...given) : super(now()); }
       static now() { return now(); }
     };`,
  );
  return { NODE_OPTIONS: `--require ${preload}` };
};

type Moment = Readonly<{ token: string; at: string; number: number; names: readonly string[] }>;

describe('a clock that is set back by hours', () => {
  const place = new Place();
  const data = place.at('data');
  const offset = place.file('offset', '0');
  const settings = clockAt(place, offset);
  const writers = new Writers();
  const moments: Moment[] = [];
  let server: Server;
  const set = (milliseconds: number) => writeFileSync(offset, String(milliseconds));
  const list = () => `/api/v1/portfolios/${writers.portfolioId}/projects?limit=1000`;

  /** What is there as of a moment, or now; every answer is kept, to be asked for again. */
  const look = async (asOf = ''): Promise<Moment> => {
    const answer = await fetch(`${server.address}${list()}${asOf === '' ? '' : `&asOf=${asOf}`}`);
    const { rows, asOf: cut, detail } = JSON.parse(await answer.text());
    if (answer.status !== 200) throw new Error(`As of ${asOf}: ${detail}`);
    return { ...cut, names: rows.map(({ name }: { name: string }) => name).sort() };
  };

  /** Eight people write so much, and more until the last of them has noticed; then somebody looks. */
  const write = async (count: number, midway: () => void = () => undefined): Promise<void> => {
    await writers.writeSome(server.address, count, midway);
    await jsonAt(server, `/api/v1/portfolios?after=${writers.lastPosition}`);
    moments.push(await look());
  };

  const asFirstSeen = async (): Promise<void> => {
    for (const { token, number, names } of moments) {
      expect([token, (await look(token)).names]).toEqual([token, names]);
      expect((await look(String(number))).names).toEqual(names);
    }
  };

  afterAll(() => place.remove());

  it('while it runs, under eight writers: nobody is refused, and every answer is had again by its token', async () => {
    server = await startServer(data, settings);
    await writers.begin(server.address);
    await write(20);
    set(-5 * HOUR);
    await write(40);
    await write(40, () => set(-2 * HOUR));
    await write(40, () => set(-7 * HOUR));
    await asFirstSeen();
    expect(writers.sent.filter(({ receipt }) => !receipt)).toEqual([]);
  }, 60_000);

  it('between two starts: the same', async () => {
    set(0);
    moments.push(await look());
    await stopServer(server);
    set(-48 * HOUR);
    server = await startServer(data, settings);
    await asFirstSeen();
    // a moment of the record is no moment to come, whatever the clock says
    expect((await look(moments[0]?.at)).names.length).toBeGreaterThan(0);
    await new Writers(1, 1_000).begin(server.address, 'While it was back');
    await write(40);
    await stopServer(server);
    set(0);
    server = await startServer(data, settings);
    await write(40);
    await asFirstSeen();
    expect(writers.sent.filter(({ receipt }) => !receipt)).toEqual([]);
  }, 60_000);

  it('lowers no date: what was there at a moment is there at every later one, and none was before the first', async () => {
    const instants = moments.map(({ at }) => at).sort();
    const counts: number[] = [];
    for (const at of instants) counts.push((await look(at)).names.length);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    for (const hours of [72, 47, 4, 1]) {
      const ago = new Date(Date.now() - hours * HOUR).toISOString();
      expect((await jsonAt(server, `/api/v1/portfolios?asOf=${ago}`)).rows).toEqual([]);
    }
  });

  it('and the log is in order and whole, and gives the same read model again', async () => {
    const before = await Promise.all(moments.map(({ token }) => look(token)));
    expect((await docket(['rebuild', '--data', data, '--json'])).code).toBe(0);
    expect(await Promise.all(moments.map(({ token }) => look(token)))).toEqual(before);
    await stopServer(server);
    expect(documentOf(await docket(['verify-chain', '--data', data, '--json']))).toMatchObject({
      whole: true,
    });
    expect(audit(writers.sent, await eventsIn(data))).toEqual(NOTHING);
    process.stdout.write(
      `clock set back 3 times, ahead twice: ${writers.sent.length} writes, 0 refused, 0 out of order; ${moments.length} answers had again\n`,
    );
  }, 60_000);
});
