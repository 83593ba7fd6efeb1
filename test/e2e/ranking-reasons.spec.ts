import { SMALL_LIST } from './cli.fixture';
import { TestDocket, type Caller, type Loose } from './docket.fixture';
import { inShort } from './problem.fixture';
import { bridge, judgement, today } from './samples.fixture';

const placesOf = ({ rows }: Loose) => rows.map(({ name, rank }: Loose) => [rank, name]);
const fundedOf = ({ rows }: Loose) => rows.map(({ name, funded }: Loose) => `${name} ${funded}`);

/** A portfolio manager with two years of a list, and a proposal that comes in beside it. */
describe('the reasons of a ranking', () => {
  let docket: TestDocket;
  let priya: Caller;
  let otto: Caller;
  let P: string;
  let proposal: string;
  let before: Loose;

  const get = async (path: string): Promise<Loose> => (await docket.visitor.get(`${P}/${path}`)).body;
  const problem = async (path: string) => inShort(await docket.visitor.get(`${P}/${path}`));
  const done = async (caller: Caller, path: string, body: object): Promise<Loose> => {
    const answer = await caller.post(path, body);
    if (answer.status >= 300) throw new Error(answer.text);
    await docket.visitor.get(`${P}?after=${answer.body.position}`);
    return answer.body;
  };
  const named = async (name: string): Promise<Loose> =>
    (await get('ranking')).rows.find((row: Loose) => row.name === name);

  beforeAll(async () => {
    docket = await TestDocket.start();
    await docket.importList('list.csv', SMALL_LIST);
    const { body } = await docket.visitor.get('/api/v1/portfolios');
    P = `/api/v1/portfolios/${body.rows[0].id}`;
    [priya, otto] = [await docket.as('p-priya'), await docket.as('p-otto')];
    before = await get('ranking');
    proposal = (
      await done(priya, `${P}/projects`, { ...bridge, name: 'North bridge', wholeLifeCost: '250000000' })
    ).id;
    await done(priya, `/api/v1/projects/${proposal}/reports`, {
      reportedFor: today(),
      figures: { budget: '100', forecast: '108' },
    });
    await done(await docket.as('p-dina'), `/api/v1/projects/${proposal}/confidence`, judgement);
  });
  afterAll(() => docket.stopAndForget());

  it('tell what moved since the end of 2019, event by event, and that the model was not known then', async () => {
    const { rows, since, notices } = await get('ranking/moves?since=2019-12-31');
    expect(since.at).toBe('2019-12-31T23:59:59.999Z');
    expect(notices.map(({ code }: Loose) => code)).toEqual(['model-not-known-since']);
    const harbour = rows.find(({ name }: Loose) => name === 'Harbour Tunnel');
    expect(harbour).toMatchObject({
      kind: 'moved',
      then: { rank: 1, score: '4.7' },
      now: { rank: 3, score: '1.3' },
      score: '-3.4',
      places: -2,
      placesByOthers: -1,
      parts: [{ type: 'StatusReported.v2', date: '2020-07-01T09:00:00.000Z', score: '-3.4', places: -1 }],
    });
    expect(rows.map(({ name, kind }: Loose) => `${name.slice(0, 14)} ${kind}`)).toEqual([
      'Harbour Tunnel moved',
      'North bridge entered',
      'Ledger Renewal left',
      'Coast Guard Fl entered',
      'Quiet Works left',
    ]);
  });

  it('name the events of others that moved one, and all parts sum to the whole', async () => {
    const { id } = await named('Harbour Tunnel');
    const { row } = await get(`ranking/${id}/moves?since=2019-12-31`);
    expect(row.parts.map(({ component, places }: Loose) => [component.name.slice(0, 11), places])).toEqual([
      ['Harbour Tun', -1],
      ['Coast Guard', -1],
      ['Ledger Rene', 1],
      ['North bridg', -1],
    ]);
    expect(row.parts.reduce((sum: number, { places }: Loose) => sum + places, 0)).toBe(row.places);
    expect(row.parts.every(({ eventId, number }: Loose) => eventId.length === 36 && number > 8)).toBe(true);
  });

  it('tell since any earlier answer, by its token or its number, and of nothing since now', async () => {
    const byToken = await get(`ranking/moves?since=${before.asOf.token}`);
    const byNumber = await get(`ranking/moves?since=${before.asOf.number}`);
    expect(byToken.rows).toEqual(byNumber.rows);
    expect(byToken.rows.map(({ name }: Loose) => name.slice(0, 11))).toEqual([
      'North bridg',
      'Coast Guard',
      'Harbour Tun',
    ]);
    expect((await get(`ranking/moves?since=${today()}`)).rows).toEqual([]);
    expect((await get(`ranking/moves?since=${today()}&all=true`)).rows).toHaveLength(3);
  });

  it('come out the same bytes again by the token of the answer', async () => {
    for (const path of [
      'ranking/moves?since=2019-12-31',
      'funding-line?budget=1',
      `ranking/${proposal}/letter`,
    ]) {
      const first = await docket.visitor.get(`${P}/${path}`);
      const again = `${P}/${path}${path.includes('?') ? '&' : '?'}asOf=${first.body.asOf.token}`;
      expect((await docket.visitor.get(again)).text).toBe(first.text);
    }
  });

  it('name the smallest change that swaps two neighbours, which swaps them when it is reported', async () => {
    const { id } = await named('Harbour Tunnel');
    const { swap, other, sentence } = await get(`ranking/${id}/swap?with=above`);
    expect([other.name.slice(0, 11), swap.component.name, swap.input]).toEqual([
      'Coast Guard',
      'Harbour Tunnel',
      'forecast',
    ]);
    expect([swap.from, swap.to, swap.effect]).toEqual(['150000000', '148499999.99', '0.25']);
    expect(swap.criteria).toMatchObject([{ criterion: 'budget-variance', from: { points: '4' } }]);
    expect(sentence).toContain(
      'forecast of “Harbour Tunnel” at GBP 148,499,999.99 instead of GBP 150,000,000, which makes Budget variance just below 35.0 % instead of 36.4 %',
    );
    expect(swap.after.map(({ rank }: Loose) => rank)).toEqual([2, 3]);
    const below = await get(`ranking/${id}/swap?with=below`);
    expect([below.other, below.swap, below.sentence]).toEqual([
      null,
      null,
      'No ranked component stands below “Harbour Tunnel”.',
    ]);
  });

  it('tell the proposer what would lift it above the line, and it does', async () => {
    const { id } = await named('Harbour Tunnel');
    const letter = await get(`ranking/${id}/letter?budget=1600000000`);
    expect(letter.line).toMatchObject({ rule: 'stop', lineRank: 2, here: { funded: 'below' } });
    expect(letter.lift).toMatchObject({ input: 'forecast', after: [{ rank: 2 }], others: [{ before: 2 }] });
    for (const said of [
      '“Harbour Tunnel” asks for GBP 1,300,000,000 over its life',
      'it stood 3 of 3 ranked components',
      'Delivery confidence (weight 60 %): amber-red, which means',
      'It stands below the line: the budget lacks GBP 2,050,000,000 for it together with all that come before it.',
      'The smallest single change that would lift it above the line: forecast of',
      'Then “Harbour Tunnel” stands 2 instead of 3. Others move, too: “Coast Guard',
    ])
      expect(letter.text).toContain(said);
    const harbour = `/api/v1/projects/${id}/reports`;
    const figures = { budget: '110', forecast: '148', wholeLifeCost: '1300000000' };
    await done(otto, harbour, { reportedFor: today(), figures });
    const { rows } = await get('funding-line?budget=1600000000');
    expect(rows.find((row: Loose) => row.id === id)).toMatchObject({ funded: 'above', rank: 2 });
  });

  it('put a must-have above the line, with its reason, until it is lifted', async () => {
    const id = (await get('ranking')).rows.at(-1).id;
    const budget = 'funding-line?budget=2400000000';
    expect(fundedOf(await get(budget))).toEqual([
      'North bridge above',
      'Harbour Tunnel above',
      expect.stringContaining('Northern Waters below'),
    ]);
    await done(otto, `/api/v1/projects/${id}/must-have`, { reason: 'The waters act demands it.' });
    const line = await get(budget);
    expect(line.rows[0]).toMatchObject({
      funded: 'must-have',
      reason: 'The waters act demands it.',
      rank: 3,
    });
    expect([line.sum, line.left, line.lineRank]).toEqual(['2350000000', '50000000', 2]);
    expect(fundedOf(await get(`${budget}&rule=fill`)).slice(1)).toEqual([
      'North bridge above',
      'Harbour Tunnel below',
    ]);
    expect(await get('funding-line?budget=1000')).toMatchObject({
      mustHavesExceedBudget: true,
      left: '-2099999000',
    });
    expect(
      (await docket.visitor.get(`/project?portfolio=${P.split('/').at(-1)}&project=${id}`)).text,
    ).toContain('stands above the funding line: The waters act demands it.');
    await done(otto, `/api/v1/projects/${id}/must-have/end`, { reason: 'Repealed.' });
    expect((await get(budget)).rows.at(-1)).toMatchObject({ id, funded: 'below' });
  });

  it('leave the past as it was', async () => {
    const again = await get(`ranking?asOf=${before.asOf.token}`);
    expect(placesOf(again)).toEqual(placesOf(before));
  });

  it.each([
    ['an interval that ends before it begins', 'ranking/moves?since=12&asOf=8', '422 since-after-as-of'],
    [
      'a day after the moment asked for',
      'ranking/moves?since=2020-12-31&asOf=2019-12-31',
      '422 since-after-as-of',
    ],
    ['a day still to come', 'ranking/moves?since=2199-01-01', '422 since-after-as-of'],
    ['a moment that is none', 'ranking/moves?since=yesterday', '400 as-of-malformed'],
    ['an event beyond the end', 'ranking/moves?since=99999', '404 as-of-beyond-the-end'],
    ['a budget below nothing', 'funding-line?budget=-1', '422 amount-negative'],
    ['a budget that is no number', 'funding-line?budget=much', '400 fields-invalid'],
    ['a rule nobody knows', 'funding-line?rule=best', '400 fields-invalid'],
    ['a model nobody knows', 'funding-line?model=Best', '404 model-unknown'],
  ])('are refused for %s', async (_, path, refused) => expect(await problem(path)).toBe(refused));

  it('are refused for what is not ranked, or unknown', async () => {
    const { body } = await docket.visitor.get(`${P}/projects?status=left`);
    const gone = body.rows[0].id;
    for (const part of ['swap', 'letter'])
      expect(await problem(`ranking/${gone}/${part}`)).toBe('404 project-not-ranked');
    expect(await problem(`ranking/${gone}/moves`)).toBe('404 project-not-ranked');
    expect((await get(`ranking/${gone}/moves?since=2019-12-31`)).row.kind).toBe('left');
  });
});
