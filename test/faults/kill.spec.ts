import { docket, documentOf, Place, startServer, stopServer, type Server } from '../e2e/cli.fixture';
import { howOften } from './how-often.fixture';
import { audit, eventsIn, Writers } from './writers.fixture';

const CYCLES = howOften('FAULT_CYCLES', { short: 40, long: 1_000 });
/** Most rows of one page. */
const PAGE = 1_000;
const NOTHING = { lost: [], doubled: [], outOfOrder: [] };

/** Pauses of another length in every cycle, the same in every run. */
const acknowledgedBeforeKill = (cycle: number): number => 3 + ((cycle * 37) % 53);

describe('a server killed in the middle of the writes of eight people', () => {
  const place = new Place();
  const data = place.at('data');
  const writers = new Writers();
  let server: Server;
  let repeated = 0;
  afterAll(() => place.remove());

  it(
    `${CYCLES} times: nothing acknowledged is lost, doubled or out of order, and a repetition has one effect`,
    async () => {
      server = await startServer(data);
      await writers.begin(server.address);
      const total = { lost: 0, doubled: 0, outOfOrder: 0 };
      const began = performance.now();
      for (let cycle = 1; cycle <= CYCLES; cycle++) {
        const enough = acknowledgedBeforeKill(cycle);
        await writers.write(server.address, (count) => {
          if (count === enough) server.child.kill('SIGKILL');
        });
        expect((await server.child.ended).signal).toBe('SIGKILL');
        const killed = audit(writers.sent, await eventsIn(data));
        total.lost += killed.lost.length;
        total.doubled += killed.doubled.length;
        total.outOfOrder += killed.outOfOrder.length;
        server = await startServer(data);
        repeated += writers.unacknowledged.length;
        await writers.repeat(server.address);
      }
      process.stdout.write(
        `${CYCLES} cycles: ${total.lost} acknowledged events lost, ${total.doubled} doubled, ${total.outOfOrder} out of order ` +
          `(${writers.sent.length} writes acknowledged, ${repeated} of them only when repeated; ${Math.round((performance.now() - began) / 1_000)} s)\n`,
      );
      expect(total).toEqual({ lost: 0, doubled: 0, outOfOrder: 0 });
      expect(repeated).toBeGreaterThan(0);
    },
    CYCLES * 30_000 + 60_000,
  );

  it('and all the while the log is whole, and the live read model what a rebuild makes of it', async () => {
    const ask = (...words: string[]) => docket([...words, '--data', data, '--json']);
    expect(documentOf(await ask('verify-chain'))).toMatchObject({ whole: true, faults: [] });
    const list = `/api/v1/portfolios/${writers.portfolioId}/projects?limit=${PAGE}`;
    const replayed = await ask('replay', list);
    expect([replayed.code, replayed.stderr]).toEqual([0, expect.stringContaining('the same bytes')]);
    const { asOf } = documentOf(replayed);
    const live = await fetch(`${server.address}${list}&asOf=${asOf.token}`).then((answer) => answer.text());
    await ask('rebuild');
    const rebuilt = await fetch(`${server.address}${list}&asOf=${asOf.token}`).then((answer) =>
      answer.text(),
    );
    expect(rebuilt).toBe(live);
    expect(documentOf(replayed).rows.length).toBeGreaterThanOrEqual(Math.min(CYCLES, PAGE));
  }, 120_000);

  it('a stop under load drains: every acknowledged write is there, exit code 0 within 15 s', async () => {
    let asked = 0;
    const [, ended] = await Promise.all([
      writers.write(server.address, (count) => {
        if (count !== 40) return;
        asked = performance.now();
        server.child.kill('SIGTERM');
      }),
      server.child.ended,
    ]);
    const seconds = (performance.now() - asked) / 1_000;
    process.stdout.write(`stop under load: exit ${ended.code} after ${seconds.toFixed(1)} s\n`);
    expect([ended.code, ended.stderr]).toEqual([0, expect.stringContaining('stopped')]);
    expect(seconds).toBeLessThan(15);
    expect(writers.sent.filter(({ turnedAway }) => turnedAway)).toEqual([]);
    expect(audit(writers.sent, await eventsIn(data))).toEqual(NOTHING);
  }, 60_000);

  it('and the next start has nothing to repair', async () => {
    server = await startServer(data);
    await writers.repeat(server.address);
    expect((await stopServer(server)).code).toBe(0);
    expect(audit(writers.sent, await eventsIn(data))).toEqual(NOTHING);
  }, 60_000);
});
