import { commandRuntime, loadState, runCommand, type CommandRuntime, type EventStore } from '@docket/kernel';
import { CountingIds, SteppingClock } from '@docket/kernel/testing';
import { openSqliteEventStore } from '@docket/event-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Portfolio, portfolioIdOf, type OpenPortfolio } from '../../domain/portfolio';
import { requestOf } from '../../testing';
import { importsUnderWay, ImportUnderWay } from './imports-under-way';
import { settleBeforeAppend } from './settle-before-append';

const portfolio = portfolioIdOf('Major');
const stream = `docket-portfolio-${portfolio}`;
const live = requestOf('live');
const openIt = (): OpenPortfolio => ({
  type: 'OpenPortfolio',
  data: { portfolioId: portfolio, name: 'Major', currency: 'GBP', timeZone: 'Europe/London' },
});

describe('before the first live event of a portfolio', () => {
  let folder: string;
  let store: EventStore;
  let runtime: CommandRuntime;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docket-settle-'));
    store = await openSqliteEventStore({ file: join(folder, 'events.sqlite'), installation: 'docket' });
    runtime = commandRuntime(store, new SteppingClock(), new CountingIds());
    await runCommand(
      runtime,
      Portfolio,
      portfolio,
      requestOf('open', 'open', '2014-07-01T00:00:00.000Z'),
      openIt,
    );
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const historyNow = () => loadState(runtime, Portfolio, portfolio);
  const revision = async () => (await store.read(stream)).length - 1;

  it('its history is recorded as settled, by whom the event is from', async () => {
    await settleBeforeAppend(() => runtime)({ category: 'project', portfolio, request: live });
    expect(await historyNow()).toMatchObject({ history: 'settled' });
    expect(await revision()).toBe(1);
  });

  it('once, also by another process and by many at a time', async () => {
    const [here, there] = [settleBeforeAppend(() => runtime), settleBeforeAppend(() => runtime)];
    const intents = ['a', 'b', 'c'].map((key) => ({
      category: 'project',
      portfolio,
      request: requestOf(key),
    }));
    await Promise.all(intents.flatMap((intent) => [here(intent), there(intent)]));
    await here({ category: 'motion', portfolio, request: live });
    expect(await revision()).toBe(1);
  });

  it.each([
    [
      'imported history',
      { category: 'project', portfolio, request: requestOf('i', 'i', '2014-07-01T00:00:00.000Z') },
    ],
    ['the portfolio itself', { category: 'portfolio', portfolio, request: live }],
    ['what stands in no portfolio', { category: 'grant', portfolio: undefined, request: live }],
  ])('nothing is settled by %s', async (_, intent) => {
    await settleBeforeAppend(() => runtime)(intent);
    expect(await historyNow()).toMatchObject({ history: 'open' });
  });

  describe('while history is imported into it', () => {
    const proposing = { category: 'project', portfolio, request: live };
    const importing = () => importsUnderWay(store).begin(portfolio, 'A list');

    it('nothing is settled, and what is live is turned away, until that is over', async () => {
      const before = settleBeforeAppend(() => runtime);
      {
        using _ = importing();
        await expect(before(proposing)).rejects.toEqual(new ImportUnderWay('A list'));
        expect([await historyNow(), await revision()]).toEqual([
          expect.objectContaining({ history: 'open' }),
          0,
        ]);
      }
      await before(proposing);
      expect(await historyNow()).toMatchObject({ history: 'settled' });
    });

    it('what is imported comes in, and other portfolios go on', async () => {
      using _ = importing();
      const before = settleBeforeAppend(() => runtime);
      const known = requestOf('i', 'i', '2014-07-01T00:00:00.000Z');
      await before({ ...proposing, request: known });
      await before({ ...proposing, category: 'portfolio', portfolio: portfolioIdOf('Other') });
      await before({ ...proposing, category: 'grant', portfolio: undefined });
      expect(await historyNow()).toMatchObject({ history: 'open' });
    });

    it('nobody opens it to work in it', async () => {
      using _ = importing();
      await expect(
        settleBeforeAppend(() => runtime)({ ...proposing, category: 'portfolio' }),
      ).rejects.toBeInstanceOf(ImportUnderWay);
    });

    it('no second import begins, and one does when the first is over', () => {
      {
        using _ = importing();
        expect(importing).toThrow(ImportUnderWay);
      }
      importing()[Symbol.dispose]();
    });

    it('a portfolio that is settled already goes on: an import takes nothing from it', async () => {
      await settleBeforeAppend(() => runtime)(proposing);
      using _ = importing();
      await settleBeforeAppend(() => runtime)(proposing);
      expect(await revision()).toBe(1);
    });
  });

  it('it fails loudly where there is no such portfolio', () =>
    expect(
      settleBeforeAppend(() => runtime)({
        category: 'project',
        portfolio: portfolioIdOf('Other'),
        request: live,
      }),
    ).rejects.toThrow('portfolio-unknown'));
});
