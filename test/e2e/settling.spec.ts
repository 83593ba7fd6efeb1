import { SMALL_LIST } from './cli.fixture';
import { TestDocket } from './docket.fixture';

const NEXT_YEAR = `${SMALL_LIST.split('\n')[0]}\n2021,,Harbour Tunnel,DfT,,Red,2015-01-01,2024-12-31,120,190,1500\n`;

const proposal = {
  name: 'Lock gates',
  summary: 'New gates for the old lock.',
  sponsor: 'p-maya',
  manager: 'p-priya',
  wholeLifeCost: '2000000',
  start: '2027-01-01',
  finish: '2028-01-01',
};

describe('the history of an imported portfolio', () => {
  let docket: TestDocket;
  beforeAll(async () => {
    docket = await TestDocket.start();
  });
  afterAll(() => docket.stopAndForget());

  const settled = async (id: string) =>
    (await docket.visitor.get(`/api/v1/portfolios/${id}`)).body.portfolio.settled;

  it('is open until the first live event, which settles it; from then on no older day can be added', async () => {
    expect((await docket.importList('list.csv', SMALL_LIST)).result).toMatchObject({ rows: 5, recorded: 5 });
    const [portfolio] = (await docket.visitor.get('/api/v1/portfolios')).body.rows;
    expect(await settled(portfolio.id)).toBe(false);

    const priya = await docket.as('p-priya');
    const { status, body } = await priya.post(`/api/v1/portfolios/${portfolio.id}/projects`, proposal);
    expect(status).toBe(201);
    await docket.visitor.get(`/api/v1/portfolios?after=${body.position}`);
    expect(await settled(portfolio.id)).toBe(true);

    const head = await docket.running.system.adapters.store.head();
    expect((await docket.importList('next.csv', NEXT_YEAR)).problem).toMatchObject({
      code: 'history-settled',
      status: 409,
    });
    expect((await docket.importList('list.csv', SMALL_LIST)).result).toMatchObject({
      rows: 5,
      recorded: 0,
      unchanged: 5,
    });
    expect(await docket.running.system.adapters.store.head()).toBe(head);
  });

  it('is not settled by a live attempt that is refused', async () => {
    const other = 'Another list';
    await docket.importList('list.csv', SMALL_LIST, other);
    const { rows } = (await docket.visitor.get('/api/v1/portfolios')).body;
    const { id } = rows.find((row: { name: string }) => row.name === other);
    const priya = await docket.as('p-priya');
    const refused = await priya.post(`/api/v1/portfolios/${id}/projects`, {
      ...proposal,
      finish: '2020-01-01',
    });
    expect([refused.status, await settled(id)]).toEqual([422, false]);
  });
});
