import { liveOn } from './lived-office.fixture';
import { Office } from './office.fixture';
import { linksIn, walkFrom, type Walk } from './page-links.fixture';

/** The text of a page, as a person reads it. */
const textOf = (page: string): string =>
  page
    .replace(/<style[^]*?<\/style>|<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.:;)])/g, '$1')
    .replace(/\( /g, '(')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .trim();

/** A link to a page of the portfolio; the brand leads home, and an unknown moment is left on purpose. */
const isPage = (link: string): boolean => /^\/(\?|events|project|letter|portfolio|models|moves)/.test(link);

describe('the pages of an office in which everything has happened', () => {
  let office: Office;
  let walk: Walk;
  let today: Walk;
  let kept: string;
  beforeAll(async () => {
    office = await Office.open();
    await liveOn(office);
    await office.oneStandsAbove();
    await office.done('p-otto', `/api/v1/projects/${office.ids.projectId}/must-have`, { reason: 'The law.' });
    const { body } = await office.docket.visitor.get(
      office.aimed('/api/v1/portfolios/{portfolioId}/ranking'),
    );
    kept = `asOf=${body.asOf.number}&model=${office.publishedModelId}&budget=5000000&rule=fill`;
    walk = await walkFrom(office.docket, `/?portfolio=${office.ids.portfolioId}&${kept}`);
    today = await walkFrom(office.docket, '/');
  });
  afterAll(() => office.close());

  const page = async (path: string, query = '') => {
    const { portfolioId, projectId } = office.ids;
    const asked = `portfolio=${portfolioId}&project=${projectId}${query}`;
    const { status, text, headers } = await office.docket.visitor.get(`${path}?${asked}`);
    return { status, text: textOf(text), type: headers.get('content-type'), html: text };
  };

  it('lead nowhere that does not answer', () => {
    expect([...walk.faults, ...today.faults]).toEqual([]);
    const paths = new Set([...walk.pages.keys()].map((path) => path.split('?')[0]?.replace(/\d+$/, 'N')));
    expect([...paths].sort()).toEqual([
      '/',
      '/events/N',
      '/letter',
      '/models',
      '/moves',
      '/portfolio',
      '/project',
    ]);
  });

  it('keep the portfolio, the moment, the model and the budget in every link that does not ask for others', () => {
    const [first] = walk.pages.keys();
    const lost = linksIn(walk.pages.get(first!)!)
      .filter(isPage)
      .filter((link) => !['portfolio=', 'model=', 'asOf='].every((part) => link.includes(part)));
    // the way to now, and to the portfolio without a budget
    expect(lost.every((link) => !link.includes('asOf='))).toBe(true);
    expect(lost.length).toBeLessThanOrEqual(1);
  });

  it('tell the case of a project, its baseline, its latest report and what that was before', async () => {
    const { text } = await page('/project');
    for (const told of [
      'A must-have: it stands above every funding line Why The law.',
      'Business case Proposed by Priya Raman (p-priya)',
      'It differs from its baseline: whole-life cost GBP 13,000,000 by its business case',
      'The smallest single change that would put “',
      'What moved it',
      'StatusReportCorrected Priya Raman (p-priya) for',
      'narrative: Soon. → On plan.; “It was not soon.”',
      'Revision 1,',
      'as first stated',
      'Authorised Original Current Whole-life cost GBP',
      'Schedule performance index (SPI) 0.833',
      'Cost performance index (CPI) 0.893',
      'not available: Defect density. The latest report counts no defects.',
      'narrative: Soon.',
      'It was not soon.',
      'this one requires South quay One crane.',
      'Alignment: ',
      'Strategic fit 4.00 5 – 1',
    ])
      expect(text).toContain(told);
  });

  it('tell what the portfolio is for and what it is made of', async () => {
    const { text } = await page('/portfolio');
    for (const told of [
      'Goal progress: ',
      'authorised work is confirmed to serve 1 of 1 active objectives',
      'Roads sub-portfolio, led by Sam Whitlock (p-sam) Bridges programme',
    ])
      expect(text).toContain(told);
  });

  it('tell the scoring models with their criteria, and how far assessors agree', async () => {
    const { text } = await page('/models');
    for (const told of [
      'A draft',
      'Status draft',
      'Status published',
      'In force from',
      'rated by assessors',
      'Every criterion is needed',
      'has no value.',
    ])
      expect(text).toContain(told);
    expect(text).toContain('not available: it takes two assessors');
  });

  it('hold two models against each other, by name, and lend ratings for it alone', async () => {
    const { text, html } = await page('/models', '&compare=worth%202&against=Worth%201');
    for (const told of [
      '“Worth 2” instead of “Worth 1”',
      'Ratings by “Worth 1” are carried into this comparison',
      'Strategic fit by “Worth 1”',
      'have no ratings by “Worth 2”, which is a draft',
    ])
      expect(text).toContain(told);
    expect(html).toMatch(/<select name="compare">/);
    expect((await page('/models', '&compare=A%20draft')).text).toContain(
      '“A draft” instead of “Confidence 1”',
    );
  });

  it('say which rows of the ranking differ from their baseline, and at what they count', async () => {
    const { text } = await page('/', '&budget=99000000');
    expect(text).toContain('(differs from its baseline)');
    expect(text).toContain(
      'differs from its baseline: it counts at its baseline, GBP 12,500,000; its business case gives GBP 13,000,000',
    );
    expect(text).toMatch(/The law\. marked by p-otto on \d{4}-/);
  });

  it('draw the line of a budget by the rule named', async () => {
    const { text, html } = await page('/', '&budget=1&rule=fill');
    expect(text).toContain('the rule is fill: what breaches the budget is passed over');
    expect(html).toContain('<tr class="line">');
  });

  it('tell what moved since a day with the events that moved it', async () => {
    const { text } = await page('/moves', '&since=1');
    expect(text).toMatch(
      /North bridge .*Dina Farouk \(p-dina\) judged its delivery: Delivery confidence amber.* \(event \d+, [\d-]+\)/,
    );
  });

  it.each([
    ['/', '&budget=abc', 400, 'The budget "abc" is no amount'],
    ['/', '&rule=best', 400, 'There is no rule "best"'],
    ['/', '&asOf=tomorrowish', 400, 'tomorrowish'],
    ['/moves', '&since=nonsense', 400, 'nonsense'],
    ['/moves', '&since=2026-02-31', 400, '2026-02-31'],
    ['/letter', '&budget=1,5', 400, 'no amount'],
    ['/', '&asOf=1&asOf=2', 400, '"asOf" stands in the address more than once'],
    ['/models', '&colour=red', 400, 'The address asks for "colour", which no page knows'],
    ['/', '&model=nobodys', 404, 'nobodys'],
    ['/models', '&compare=nobodys', 404, 'nobodys'],
    ['/models', '&compare=Worth%201&against=nobodys', 404, 'nobodys'],
    [
      '/models',
      '&compare=Worth%201&compare=Worth%202',
      400,
      '"compare" stands in the address more than once',
    ],
    ['/', '&budget=-1', 422, 'funds nothing'],
  ])('say in the page what is wrong with %s%s', async (path, query, status, said) => {
    const answer = await page(path, query);
    expect([answer.status, answer.type]).toEqual([status, 'text/html; charset=utf-8']);
    expect(answer.text).toContain(said);
  });

  it.each(['/', '/letter'])('keep the form of a budget with what was typed: %s', async (path) => {
    const { html } = await page(path, '&budget=5bn');
    expect(html).toMatch(/<input\s+name="budget"[^>]*value="5bn"/);
    expect(html).not.toMatch(/type="hidden" name="budget" value="5bn"/);
  });

  it.each(['/project', '/letter'])(
    'say of a project that nobody knows that it is not there: %s',
    async (path) => {
      const { status, headers } = await office.docket.visitor.get(`${path}?project=nobodys`);
      expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    },
  );
});
