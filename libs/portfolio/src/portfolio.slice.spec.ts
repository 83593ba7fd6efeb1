import 'reflect-metadata';
import { decodeStored } from '@docket/kernel';
import { Portfolio, portfolioById, portfolioIdOf, portfolioProjections, PortfolioModule } from '.';
import { OpenPortfolioCommand, ReachHistoryCommand, FindPortfolioQuery, ListPortfoliosQuery } from '.';
import { openSlice, requestOf, type Slice } from './testing';

const major = { name: 'Major Projects', currency: 'GBP', timeZone: 'Europe/London' };
const minor = { name: 'Beta', currency: 'EUR', timeZone: 'Europe/Berlin' };
const id = portfolioIdOf(major.name);
const stream = `docket-portfolio-${id}`;

describe('portfolios through the bus', () => {
  let slice: Slice;
  beforeEach(async () => {
    slice = await openSlice({
      modules: [PortfolioModule],
      decode: (event) => decodeStored(Portfolio.codec, event),
      projections: portfolioProjections,
    });
  });
  afterEach(() => slice.close());

  const open = (key: string, data = major, knownAt?: string) =>
    slice.commands.execute(new OpenPortfolioCommand(requestOf(key, data, knownAt), data));

  it('answers a request sent again with the first receipt, and refuses a second portfolio of the name', async () => {
    const first = await open('k1');
    expect(first).toEqual({ outcome: 'accepted', id, stream, revision: 0, position: expect.any(String) });
    expect(await open('k1')).toEqual(first);
    expect(await open('k1', { ...major, currency: 'EUR' })).toMatchObject({
      refusal: { code: 'idempotency-key-reused' },
    });
    expect(await open('k2', { ...major, name: ' MAJOR  projects' })).toMatchObject({
      refusal: { code: 'portfolio-name-taken' },
    });
    expect(await slice.events(stream)).toHaveLength(1);
  });

  it('lists them by name, and finds one by id', async () => {
    await open('k1', major, '2014-07-01T00:00:00.000Z');
    await open('k2', minor);
    const data = { portfolioId: id, knownAt: '2014-07-01T00:00:00.000Z', source: 'a.csv' };
    await slice.commands.execute(new ReachHistoryCommand(requestOf('r1', data, data.knownAt), data));
    const { readModel, cut } = await slice.read();
    const expected = { id, ...major, settled: false, reachedAt: data.knownAt };
    const beta = { id: portfolioIdOf('Beta'), ...minor, settled: true, reachedAt: null };
    expect(await slice.queries.execute(new ListPortfoliosQuery({ readModel, cut }))).toEqual([
      beta,
      expected,
    ]);
    expect(await slice.queries.execute(new FindPortfolioQuery({ readModel, cut }, id))).toEqual(expected);
    expect(await portfolioById(readModel, 1, id)).toEqual({ ...expected, reachedAt: null });
    expect(await portfolioById(readModel, 0, id)).toBeUndefined();
  });
});
