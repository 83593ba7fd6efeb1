import { open } from './envelope';
import { asking, aProcess, Ceiling, ceiling, ceilingId, fund, Fund, fundId } from './run-command.scenes';

const MARCH = '2026-03-31T22:00:00.000Z';

describe('A fact gathered as it stood before an instant', () => {
  /** A ceiling of 10 in March and of 20 in April, and a fund that is to be judged as of an instant between. */
  const april = async () => {
    const here = aProcess();
    await here.open(100);
    await here.setCeiling(10);
    here.clock.set('2026-04-01T09:00:00.000Z');
    await here.setCeiling(20);
    return here;
  };
  type Process = Awaited<ReturnType<typeof april>>;
  const ceilingBefore = async ({ ask, log }: Process, instant: string, alsoNow = false) => {
    let seen: unknown;
    await ask(asking(`before ${instant}`), async (gather) => {
      if (alsoNow) await gather(Ceiling, ceilingId);
      seen = await gather.before(Ceiling, ceilingId, instant);
      return { type: 'Allocate', data: { amounts: [1], reason: 'so' } };
    });
    return [seen, open((await log.read(fund)).at(-1)!).meta.guards];
  };

  it('is made of what was recorded by then, and the event names the revision of that', async () =>
    expect(await ceilingBefore(await april(), MARCH)).toEqual([10, [{ stream: ceiling, revision: 0 }]]));

  it('is what stands now where nothing has come since', async () =>
    expect(await ceilingBefore(await april(), '2026-05-01T00:00:00.000Z')).toEqual([
      20,
      [{ stream: ceiling, revision: 1 }],
    ]));

  it('does not hold what was recorded at that very instant', async () =>
    expect(await ceilingBefore(await april(), '2026-04-01T09:00:00.000Z')).toEqual([
      10,
      [{ stream: ceiling, revision: 0 }],
    ]));

  it('is no fact at all where the stream is younger', async () =>
    expect(await ceilingBefore(await april(), '2026-01-01T00:00:00.000Z')).toEqual([
      Infinity,
      [{ stream: ceiling, revision: -1 }],
    ]));

  it('is named beside the one that stands now, and once where both are the same', async () => {
    const here = await april();
    expect(await ceilingBefore(here, MARCH, true)).toEqual([
      10,
      [
        { stream: ceiling, revision: 1 },
        { stream: ceiling, revision: 0 },
      ],
    ]);
    expect(await ceilingBefore(here, '2026-05-01T00:00:00.000Z', true)).toEqual([
      20,
      [{ stream: ceiling, revision: 1 }],
    ]);
  });

  it('counts what was imported by when the organisation knew it, though it was recorded later', async () => {
    const here = aProcess();
    here.clock.set('2026-06-01T00:00:00.000Z');
    const knownAt = (day: string) => ({ origin: 'import', knownAt: `2026-${day}T00:00:00.000Z` }) as const;
    await here.ask(asking('open', 'open', knownAt('03-01')), () => ({
      type: 'OpenFund',
      data: { portfolioId: 'p-1', amount: 100 },
    }));
    await here.allocate('april', [30], knownAt('04-02'));
    let seen: unknown;
    await here.ask(asking('now'), async (gather) => {
      seen = await gather.before(Fund, fundId, MARCH);
      return { type: 'Allocate', data: { amounts: [1], reason: 'so' } };
    });
    expect(seen).toEqual({ left: 100, portfolioId: 'p-1' });
  });

  it('is read over more than one page', async () => {
    const here = aProcess();
    await here.open(5_000);
    for (const third of [1, 2, 3]) await here.allocate(`${third}`, Array(500).fill(1));
    here.clock.set('2026-04-01T09:00:00.000Z');
    await here.allocate('april', [1]);
    let seen: unknown;
    await here.ask(asking('now'), async (gather) => {
      seen = await gather.before(Fund, fundId, MARCH);
      return { type: 'Allocate', data: { amounts: [1], reason: 'so' } };
    });
    expect(seen).toEqual({ left: 3_500, portfolioId: 'p-1' });
  });
});
