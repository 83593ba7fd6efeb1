import { SMALL_LIST } from './cli.fixture';
import type { Loose } from './docket.fixture';
import { TestDocket } from './docket.fixture';
import { inShort } from './problem.fixture';

/** Imported history stands at the day it was known, though it was recorded today. */
describe('an event of imported history', () => {
  let docket: TestDocket;
  let portfolio: string;
  beforeAll(async () => {
    docket = await TestDocket.start();
    await docket.importList('list.csv', SMALL_LIST);
    portfolio = (await docket.visitor.get('/api/v1/portfolios')).body.rows[0].id;
  });
  afterAll(() => docket.stopAndForget());

  const get = (path: string) => docket.visitor.get(path);
  const reported = async (year: number): Promise<Loose> => {
    const readModel = docket.running.system.live.current();
    const lines = await readModel.numbers({ after: 0, limit: 1_000, portfolio });
    const found = lines.find(
      ({ type, timelineAt }) => type.startsWith('StatusReported') && timelineAt?.startsWith(`${year}`),
    );
    if (!found) throw new Error(`No report of ${year}.`);
    return found;
  };

  it('was known on the day it was known, and not before', async () => {
    const { number } = await reported(2019);
    const then = await get(`/api/v1/events/${number}?asOf=2019-12-31`);
    expect(then.body).toMatchObject({
      number,
      origin: 'import',
      knownAt: expect.stringMatching(/^2019-07-01/),
    });
    expect(then.body.date).toBe(then.body.knownAt);
    expect(then.body.recordedAt > then.body.knownAt).toBe(true);
    expect(inShort(await get(`/api/v1/events/${number}?asOf=2018-12-31`))).toBe('404 event-unknown');
  });

  it('of a later list is not known as of the earlier one, nor is it shown on the page', async () => {
    const { number } = await reported(2020);
    expect(inShort(await get(`/api/v1/events/${number}?asOf=2019-12-31`))).toBe('404 event-unknown');
    const { status, text } = await get(`/events/${number}?asOf=2019-12-31`);
    expect([status, text.includes('There was no event')]).toEqual([404, true]);
  });

  it('is named as of a year by an explanation whose link opens', async () => {
    const ranked = (await get(`/api/v1/portfolios/${portfolio}/ranking?asOf=2019-12-31`)).body.rows;
    const query = `portfolio=${portfolio}&project=${ranked[0].id}&asOf=2019-12-31`;
    const { text } = await get(`/project?${query}`);
    const links = [...text.matchAll(/href="(\/events\/[^"]+)"/g)].map(([, one = '']) =>
      one.replaceAll('&amp;', '&'),
    );
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      expect(link).toContain('asOf=2019-12-31');
      expect((await get(link)).status).toBe(200);
    }
  });

  it('has a page in the portfolio it stands in, whatever the first one is', async () => {
    const maya = await docket.as('p-maya');
    const another = { name: 'A first one', currency: 'GBP', timeZone: 'UTC' };
    const { position } = (await maya.post('/api/v1/portfolios', another)).body;
    await get(`/api/v1/portfolios?after=${position}`);
    const { number } = await reported(2019);
    expect((await get(`/events/${number}`)).text).toContain(`portfolio=${portfolio}`);
  });

  it.each([
    ['asOf=yesterday', 400, 'yesterday'],
    ['asOf=2199-01-01', 422, 'still to come'],
    ['portfolio=00000000-0000-8000-8000-000000000000', 404, 'No such portfolio'],
    ['surprise=1', 400, 'surprise'],
  ])('has a page that says what is wrong with %s', async (query, status, said) => {
    const answer = await get(`/events/3?${query}`);
    expect([answer.status, answer.text.includes(said)]).toEqual([status, true]);
  });
});
