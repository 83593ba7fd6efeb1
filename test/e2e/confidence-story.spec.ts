import { SMALL_LIST } from './cli.fixture';
import type { Loose } from './docket.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { bridge, judgement, today } from './samples.fixture';

/** A quay whose sponsor is an assessor, and a list whose ratings were published. */
describe('delivery confidence', () => {
  let office: Office;
  let quay: string;
  let listed: string;
  let listedPortfolio: string;

  const confidence = (id: string, part = '') => `/api/v1/projects/${id}/confidence${part}`;
  const read = async (path: string, asOf?: string): Promise<Loose> => {
    const query = asOf ? `asOf=${asOf}` : `after=${await office.head()}`;
    return (await office.docket.visitor.get(`${path}?${query}`)).body;
  };
  const judge = (person: string, id: string, said: object = {}) =>
    office.done(person, confidence(id), { ...judgement, ...said });

  beforeAll(async () => {
    office = await Office.open();
    const path = office.aimed('/api/v1/portfolios/{portfolioId}/projects');
    quay = await office.create('p-priya', path, { ...bridge, name: 'South quay', sponsor: 'p-bea' });
    await office.docket.importList('list.csv', SMALL_LIST, 'Listed');
    const portfolios = (await read('/api/v1/portfolios')).rows;
    listedPortfolio = portfolios.find(({ name }: Loose) => name === 'Listed').id;
    const projects = (await read(`/api/v1/portfolios/${listedPortfolio}/projects`)).rows;
    listed = projects.find(({ name }: Loose) => name === 'Harbour Tunnel').id;
  });
  afterAll(() => office.close());

  it.each<[string, string, () => [string, object], string, string]>([
    [
      'by the sponsor, though she is an assessor',
      'p-bea',
      () => [confidence(quay), judgement],
      '403 reviewer-has-a-part',
      'p-bea proposed, sponsors or manages "South quay"',
    ],
    [
      'off its scale',
      'p-dina',
      () => [confidence(quay), { ...judgement, rating: 'amber-red' }],
      '422 confidence-off-scale',
      'Its levels are green, amber, red.',
    ],
    [
      'on a scale nobody knows',
      'p-dina',
      () => [confidence(quay), { ...judgement, scale: 'ipa-4' }],
      '422 confidence-off-scale',
      'There are ipa-5 and ipa-3.',
    ],
    [
      'before the project was known',
      'p-dina',
      () => [confidence(quay), { ...judgement, judgedFor: '2001-01-01' }],
      '422 judgement-before-project',
      'Judge it for that day or a later one.',
    ],
  ])('is not judged %s, and nothing is stored', async (_, person, asked, code, said) => {
    const before = await office.head();
    const answer = await (await office.as(person)).post(...asked());
    expect([inShort(answer), answer.body.detail]).toEqual([code, expect.stringContaining(said)]);
    expect(await office.head()).toBe(before);
  });

  it('is not reported, and whoever tries is told where it is judged', async () => {
    const rated = { reportedFor: today(), figures: {}, confidence: { scale: 'ipa-3', rating: 'green' } };
    const before = await office.head();
    const answer = await (await office.as('p-priya')).post(`/api/v1/projects/${quay}/reports`, rated);
    expect([inShort(answer), answer.body.errors]).toEqual([
      '400 fields-invalid',
      [
        {
          field: 'confidence',
          message: expect.stringContaining('POST /api/v1/projects/{projectId}/confidence'),
        },
      ],
    ]);
    expect(await office.head()).toBe(before);
  });

  it('of two reviewers stands beside each other; which counts is said', async () => {
    await judge('p-dina', quay);
    await judge('p-carl', quay, { rating: 'red', reason: 'The piers are cracked.' });
    const before = (await read(confidence(quay))).asOf.token;
    await judge('p-dina', quay, { rating: 'green', reason: 'The bearings have come.' });
    const { counts, why, judgements } = await read(confidence(quay));
    expect([counts.reviewer, counts.rating, why]).toEqual([
      'p-dina',
      'green',
      `p-dina judged it for ${today()}, the latest day; of 2 that are for it, this was recorded last.`,
    ]);
    expect(judgements.map((one: Loose) => [one.reviewer, one.rating, one.counts, one.former.length])).toEqual(
      [
        ['p-carl', 'red', false, 0],
        ['p-dina', 'green', true, 1],
      ],
    );
    const former = await read(confidence(quay), before);
    expect([former.counts.reviewer, former.judgements.length]).toEqual(['p-carl', 2]);
  });

  it('is told by the event of the judgement, in the ranking, in its reasons and among the moves', async () => {
    const ranking = office.aimed('/api/v1/portfolios/{portfolioId}/ranking');
    const { counts } = await read(confidence(quay));
    const { criteria } = await read(`${ranking}/${quay}`);
    expect(criteria[0]).toMatchObject({
      value: 'green',
      origin: { eventId: counts.eventId, number: counts.number, type: 'DeliveryConfidenceJudged.v1' },
    });
    const since = (counts.number - 1).toString();
    const { body } = await office.docket.visitor.get(`${ranking}/moves?since=${since}`);
    expect(body.rows.map((row: Loose) => [row.name, row.parts.map(({ eventId }: Loose) => eventId)])).toEqual(
      [['South quay', [counts.eventId]]],
    );
  });

  it('is the other’s again once it is withdrawn, which only its reviewer or the PMO may do', async () => {
    const withdrawal = { judgedFor: today(), reviewer: 'p-dina', reason: 'They were of another quay.' };
    for (const [person, code] of [
      ['p-carl', '403 not-yours-to-withdraw'],
      ['p-priya', '403 not-allowed'],
    ] as const)
      expect(inShort(await (await office.as(person)).post(confidence(quay, '/withdrawal'), withdrawal))).toBe(
        code,
      );
    await office.done('p-lena', confidence(quay, '/withdrawal'), withdrawal);
    const { counts, judgements } = await read(confidence(quay));
    expect(counts).toMatchObject({ reviewer: 'p-carl', rating: 'red' });
    expect(judgements.at(-1).withdrawn).toMatchObject({ by: 'p-lena', reason: withdrawal.reason });
    const { criteria } = await read(office.aimed(`/api/v1/portfolios/{portfolioId}/ranking/${quay}`));
    expect(criteria[0].origin).toMatchObject({ eventId: counts.eventId, number: counts.number });
  });

  it('as a list published it stays through a correction and a report of today, until somebody judges it', async () => {
    const ranking = `/api/v1/portfolios/${listedPortfolio}/ranking/${listed}`;
    const value = async () => (await read(ranking)).criteria[0].value;
    const { lastReport } = await read(`/api/v1/projects/${listed}`);
    const reports = `/api/v1/projects/${listed}/reports`;
    const otto = await office.as('p-otto');
    const { reportedFor: day, figures } = lastReport;
    const correction = { figures: { ...figures, budget: '111' }, reason: 'Mistyped.' };
    expect((await otto.write('PUT', `${reports}/${day}`, correction)).status).toBe(200);
    await office.done('p-otto', reports, { reportedFor: today(), figures });
    expect([await value(), (await read(confidence(listed))).published.at(-1)]).toEqual([
      'amber-red',
      expect.objectContaining({ reportedFor: day, rating: 'amber-red', counts: true }),
    ]);
    await judge('p-dina', listed);
    expect(await value()).toBe('amber');
  });

  it('stands on the page of the project with who judged it and why', async () => {
    const ids = `portfolio=${office.ids.portfolioId}&project=${quay}`;
    await read(confidence(quay));
    const { text } = await office.docket.visitor.get(`/project?${ids}`);
    for (const said of [
      'Delivery confidence',
      'p-carl',
      'The piers are cracked.',
      'withdrawn by Lena Brandt (p-lena)',
    ])
      expect(text).toContain(said);
  });

  it('is the same answered from the log alone', async () => {
    const now = await office.docket.visitor.get(`${confidence(quay)}?after=${await office.head()}`);
    const again = `${confidence(quay)}?asOf=${now.body.asOf.token}`;
    expect((await office.docket.work('replay', { path: again })).result).toMatchObject({
      same: true,
      body: now.text,
    });
  });
});
