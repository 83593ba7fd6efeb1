import 'reflect-metadata';
import { decodeStored, type Reading } from '@docket/kernel';
import { resolveCut, tokenOf } from '@docket/read-model';
import { Portfolio, portfolioIdOf } from '../../domain/portfolio';
import { PortfolioModule } from '../../portfolio.module';
import { portfolioProjections } from '../../portfolio.projection';
import { openSlice, requestOf, type Slice } from '../../testing';
import { FindPortfolioQuery } from '../find-portfolio/find-portfolio.query';
import { OpenPortfolioCommand } from '../open-portfolio/open-portfolio.command';
import { ReachHistoryCommand } from '../reach-history/reach-history.command';
import { ListPortfoliosQuery } from './list-portfolios.query';

const major = { name: 'Major Projects', currency: 'GBP', timeZone: 'Europe/London' };
const beta = { name: 'Beta', currency: 'EUR', timeZone: 'Europe/Berlin' };
const majorId = portfolioIdOf(major.name);
const imported = '2014-07-01T00:00:00.000Z';

describe('the list of portfolios', () => {
  let slice: Slice;
  beforeEach(async () => {
    slice = await openSlice({
      modules: [PortfolioModule],
      decode: (event) => decodeStored(Portfolio.codec, event),
      projections: portfolioProjections,
    });
    await slice.commands.execute(new OpenPortfolioCommand(requestOf('beta', beta), beta));
    slice.clock.set('2026-03-03T09:00:00.000Z');
  });
  afterEach(() => slice.close());

  const openImported = (data: typeof major) =>
    slice.commands.execute(new OpenPortfolioCommand(requestOf(data.name, data, imported), data));
  const reachHistory = () => {
    const reached = { portfolioId: majorId, knownAt: imported, source: 'a.csv' };
    return slice.commands.execute(new ReachHistoryCommand(requestOf('r', reached, imported), reached));
  };
  /** Events 2 and 3: a portfolio is recorded today with history from 2014. */
  const importMajor = async () => {
    await openImported(major);
    await reachHistory();
  };
  const resolved = async (asOf?: string, portfolio?: { id: string; timeZone: string }): Promise<Reading> => {
    const { readModel, cut } = await slice.read();
    const asked = { log: cut.log, now: slice.clock.now(), ...(asOf === undefined ? {} : { asOf }) };
    const found = await resolveCut(readModel, { ...asked, ...(portfolio ? { portfolio } : {}) });
    if ('outcome' in found) throw new Error(found.refusal.message);
    return { readModel, cut: found };
  };
  const bytes = async (asOf?: string) =>
    JSON.stringify(await slice.queries.execute(new ListPortfoliosQuery(await resolved(asOf))));
  const names = async (asOf?: string) =>
    (JSON.parse(await bytes(asOf)) as readonly { name: string }[]).map(({ name }) => name);

  it('of a date shows what stood on its own timeline by then, though it was recorded later', async () => {
    await importMajor();
    expect([await names('2014-06-30'), await names('2014-07-01'), await names('2019-12-31')]).toEqual([
      [],
      [major.name],
      [major.name],
    ]);
  });

  it('of a date shows each portfolio as a question about it alone shows it', async () => {
    await importMajor();
    const listed = JSON.parse(await bytes('2019-12-31')) as readonly object[];
    const reading = await resolved('2019-12-31', { id: majorId, timeZone: major.timeZone });
    expect(listed).toEqual([await slice.queries.execute(new FindPortfolioQuery(reading, majorId))]);
  });

  it('of an event number shows nothing that was recorded later', async () => {
    await importMajor();
    expect([await names('1'), await names('2')]).toEqual([[beta.name], [beta.name, major.name]]);
    expect(await bytes('2')).toContain('"reachedAt":null');
  });

  it('of now shows them all', async () => {
    await importMajor();
    expect(await names()).toEqual([beta.name, major.name]);
  });

  it('shows an imported portfolio without any date from its recording on', async () => {
    const undated = { ...requestOf('undated', major), origin: 'import' } as const;
    await slice.commands.execute(new OpenPortfolioCommand(undated, major));
    slice.clock.set('2026-03-05T09:00:00.000Z');
    const both = [beta.name, major.name];
    expect([await names('2026-03-02'), await names('2026-03-03'), await names('2'), await names()]).toEqual([
      [beta.name],
      both,
      both,
      both,
    ]);
  });

  it.each([
    ['a date', '2019-12-31', []],
    ['a date on which something was recorded', '2026-03-02', [beta.name]],
    ['an event number', '1', [beta.name]],
    ['now', undefined, [beta.name]],
  ])('gives the same bytes for the token of %s, whatever is imported later', async (_, asOf, expected) => {
    const token = tokenOf((await resolved(asOf)).cut);
    const before = await bytes(token);
    expect(await names(token)).toEqual(expected);
    await openImported(major);
    expect(await bytes(token)).toBe(before);
    const between = tokenOf((await resolved(asOf)).cut);
    const again = await bytes(between);
    await reachHistory();
    expect(await bytes(between)).toBe(again);
  });
});
