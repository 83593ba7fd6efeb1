import { SMALL_LIST } from './cli.fixture';
import { TestDocket, type Loose } from './docket.fixture';
import { bridge, today } from './samples.fixture';

describe('x', () => {
  let docket: TestDocket;
  beforeAll(async () => {
    docket = await TestDocket.start();
    await docket.importList('list.csv', SMALL_LIST);
  });
  afterAll(() => docket.stopAndForget());
  it('y', async () => {
    const { body } = await docket.visitor.get('/api/v1/portfolios');
    const P = `/api/v1/portfolios/${body.rows[0].id}`;
    const priya = await docket.as('p-priya');
    const otto = await docket.as('p-otto');
    const made = await priya.post(`${P}/projects`, { ...bridge, wholeLifeCost: '250' });
    const id = made.body.id;
    const rep = await priya.post(`/api/v1/projects/${id}/reports`, {
      reportedFor: today(),
      figures: { budget: '100', forecast: '108' },
      confidence: { scale: 'ipa-3', rating: 'amber' },
    });
    const must = await otto.post(`/api/v1/projects/${id}/must-have`, { reason: 'The law.' });
    console.log(made.body, rep.body, must.body);
    const show = async (path: string) => {
      const a = await docket.visitor.get(`${P}/${path}`);
      console.log(path, a.status, JSON.stringify(a.body, null, 1));
      return a.body as Loose;
    };
    await docket.visitor.get(`${P}?after=${must.body.position}`);
    await show('ranking');
    await show('funding-line?budget=1000');
    await show('funding-line?budget=1000&rule=fill');
    await show('ranking/moves?since=2019-12-31');
    await show(`ranking/${id}/moves?since=2019-12-31`);
    await show(`ranking/${id}/swap`);
    await show(`ranking/${id}/swap?with=below`);
    const r = await docket.visitor.get(`${P}/ranking`);
    const last = r.body.rows.filter((x: Loose) => x.rank).at(-1);
    for (const q of ['', '?budget=1000', '?budget=10000000000'])
      console.log(
        (await docket.visitor.get(`${P}/ranking/${last.id}/letter${q}`)).body.text ?? 'none',
        JSON.stringify((await docket.visitor.get(`${P}/ranking/${last.id}/letter${q}`)).body, null, 1).slice(
          0,
          4000,
        ),
      );
  });
});
