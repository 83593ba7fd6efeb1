import { SMALL_LIST } from './cli.fixture';
import { TestDocket } from './docket.fixture';

/** The text of a page, as a person reads it. */
const textOf = (page: string): string =>
  page
    .replace(/<style[^]*?<\/style>|<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('the plain pages', () => {
  let docket: TestDocket;
  let portfolio: string;
  beforeAll(async () => {
    docket = await TestDocket.start();
    await docket.importList('list.csv', SMALL_LIST);
    portfolio = (await docket.visitor.get('/api/v1/portfolios')).body.rows[0].id;
  });
  afterAll(() => docket.stopAndForget());

  const page = async (path: string) => {
    const { status, text } = await docket.visitor.get(path);
    return { status, text: textOf(text), html: text };
  };
  const idOf = async (name: string): Promise<string> => {
    const { body } = await docket.visitor.get(`/api/v1/portfolios/${portfolio}/projects?status=all`);
    return body.rows.find((row: { name: string }) => row.name.startsWith(name)).id;
  };

  it('show no other portfolio for an address that names none of them', async () => {
    const stale = await page('/?portfolio=00000000-0000-8000-8000-000000000000');
    expect([stale.status, stale.text]).toEqual([404, expect.stringContaining('No such portfolio')]);
    expect(stale.html).toContain(`href="/?portfolio=${portfolio}"`);
    expect(stale.text).not.toContain('Harbour Tunnel');
  });

  it('take a year as the end of it, and say of an event number that it is one', async () => {
    const year = await page('/?asOf=2019');
    expect(year.text).toContain('as of 2019-12-31.');
    expect(year.text).toBe((await page('/?asOf=2019-12-31')).text);
    expect((await page('/?asOf=3')).text).toContain('as of event 3, on 2019-07-01.');
  });

  it('say of a project that came later since when it is known, and lead on', async () => {
    const id = await idOf('Coast Guard');
    const then = await page(`/project?portfolio=${portfolio}&project=${id}&asOf=2019-12-31`);
    expect([then.status, then.text]).toEqual([
      200,
      expect.stringMatching(/Coast Guard .* Not known then: the portfolio knows it since 2020-07-01/),
    ]);
    expect(then.html).toContain(`href="/?portfolio=${portfolio}&amp;asOf=2019-12-31"`);
    const nobody = '00000000-0000-8000-8000-000000000000';
    expect((await page(`/project?portfolio=${portfolio}&project=${nobody}`)).status).toBe(404);
  });

  const asBrowser = async (path: string, accept = 'text/html,application/xhtml+xml,*/*;q=0.8') => {
    const { status, headers, text } = await docket.visitor.ask('GET', path, { headers: { accept } });
    return { status, type: headers.get('content-type'), vary: headers.get('vary'), text };
  };

  it.each([
    ['/projcts', 404, 'There is nothing at this address.'],
    ['/session', 404, 'There is nothing at this address.'],
    ['/%E0%A4%A', 400, 'The address cannot be read'],
  ])('say in a page what is wrong with an address that no page has: %s', async (path, status, said) => {
    const answer = await asBrowser(path);
    expect([answer.status, answer.type]).toEqual([status, 'text/html; charset=utf-8']);
    expect(answer.vary).toContain('accept');
    expect(textOf(answer.text)).toContain(said);
    expect(answer.text).toContain('<a href="/moves"');
  });

  it.each([
    ['/projcts', 'application/json, text/html'],
    ['/projcts', '*/*'],
    ['/api/v1/projcts', 'text/html'],
    ['/health/projcts', 'text/html'],
  ])('leave problem documents to programs: %s for %s', async (path, accept) => {
    const { type } = await asBrowser(path, accept);
    expect(type).toBe('application/problem+json; charset=utf-8');
  });

  it('tell of a project that has left how that came, with its last figures', async () => {
    const left = await page(`/project?portfolio=${portfolio}&project=${await idOf('Ledger Renewal')}`);
    expect(left.status).toBe(200);
    for (const told of ['left without a recorded decision', 'HMT', 'forecast GBP 44', 'Rated amber'])
      expect(left.text).toContain(told);
  });

  it('show of a ranked project what it is, in figures as people write them', async () => {
    const tunnel = await page(`/project?portfolio=${portfolio}&project=${await idOf('Harbour Tunnel')}`);
    for (const told of ['Status authorised', 'weight 60 %', '36.4 %', 'GBP 1,300'])
      expect(tunnel.text).toContain(told);
  });

  it('lead to the other portfolios, also from one that has nothing to show', async () => {
    const maya = await docket.as('p-maya');
    const city = { name: 'A city', currency: 'GBP', timeZone: 'UTC' };
    const { body } = await maya.post('/api/v1/portfolios', city, 'key-of-a-city');
    await docket.visitor.get(`/api/v1/portfolios?after=${body.position}`);
    for (const path of ['/', '/moves']) {
      const empty = await page(`${path}?portfolio=${body.id}`);
      expect([path, empty.text.includes('A city')]).toEqual([path, true]);
      expect(empty.html).toContain(`href="${path}?portfolio=${portfolio}"`);
      expect((await page(`${path}?portfolio=${portfolio}`)).html).toContain(
        `href="${path}?portfolio=${body.id}"`,
      );
    }
    const tunnel = await page(`/project?portfolio=${portfolio}&project=${await idOf('Harbour Tunnel')}`);
    expect(tunnel.html).toContain(`href="/?portfolio=${body.id}"`);
  });
});
