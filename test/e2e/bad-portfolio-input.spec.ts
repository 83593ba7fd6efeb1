import { SMALL_LIST } from './cli.fixture';
import type { Loose } from './docket.fixture';
import { bands, comparing, weighing } from './model-samples.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import type { Case } from './refused-input.fixture';
import { refusedPortfolio } from './refused-portfolio.fixture';
import { bridge, fitRating, today, worthModel } from './samples.fixture';
import { sendCase } from './send-case.fixture';

const REPORTING = 'POST /api/v1/projects/{listed}/reports';

/** A case of the lists of bad input, by what is wrong, with what its answer says: the thing, and what would help. */
const saying = (what: string, ...said: readonly string[]): readonly [string, Case, readonly string[]] => {
  const found = refusedPortfolio.find(([each]) => each === what);
  if (!found) throw new Error(`No case of bad input is called "${what}".`);
  return [what, found, said];
};

/** A case of its own: it needs something to stand that other offices do not have. */
const here = (
  what: string,
  [person, asked, body, refused]: readonly [string, string, unknown, string],
  ...said: readonly string[]
): readonly [string, Case, readonly string[]] => [what, [what, person, asked, body, refused], said];

const P = '/api/v1/portfolios/{portfolioId}';
const revising = 'PUT /api/v1/projects/{quay}/business-case';
const redrafting = 'PUT /api/v1/scoring-models/{modelId}';
const quayCase = { ...bridge, name: 'South quay' };
const ownerless = {
  ...{ id: 'calm', name: 'Calm water', metric: 'days of swell, fewer', unit: 'days' },
  planned: [{ day: '2029-12-31', amount: '12' }],
};
const requires = (from: string, to: string) => ({ kind: 'requires', from, to, reason: 'One crane.' });
/** A model as a draft is revised to it: its name stays. */
const defining = ({ criteria, minimumCoverage, weighting }: Loose) => {
  return { criteria, minimumCoverage, weighting };
};

const anchors =
  'The anchors are 0 (Serves no objective.), 2 (Serves an objective beside others.), 4 (Serves an objective alone.), 5';

describe('input that makes no portfolio', () => {
  let office: Office;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    office = await Office.open();
    const propose = (name: string) =>
      office.create('p-priya', office.aimed(`${P}/projects`), { ...bridge, name });
    [ids.quay, ids.tram] = [await propose('South quay'), await propose('Tram')];
    for (const [from, to] of [
      [ids.quay, ids.tram],
      [ids.tram, office.ids.projectId],
    ] as const)
      await office.done('p-otto', office.aimed(`${P}/dependencies`), requires(from, to));
    ids.pier = await propose('Pier');
    await office.authorises(ids.pier);
    for (const [one, figures] of [
      [ids.quay, { actualCost: '100' }],
      [ids.pier, { earnedValue: '100' }],
    ] as const)
      await office.done('p-priya', `/api/v1/projects/${one}/reports`, { reportedFor: today(), figures });
    const former = { ...worthModel, name: 'Worth of old' };
    ids.retired = await office.create('p-otto', office.aimed(`${P}/scoring-models`), former);
    await office.done('p-otto', `/api/v1/scoring-models/${ids.retired}/publication`);
    await office.done('p-otto', `/api/v1/scoring-models/${ids.retired}/retirement`, { reason: 'Old.' });
    await office.docket.importList('list.csv', SMALL_LIST, 'Listed');
    const portfolios = (await office.docket.visitor.get('/api/v1/portfolios')).body.rows;
    const { id } = portfolios.find(({ name }: Loose) => name === 'Listed');
    const listed = (await office.docket.visitor.get(`/api/v1/portfolios/${id}/projects`)).body.rows;
    ids.listed = listed.find(({ reports }: Loose) => reports > 1).id;
  });
  afterAll(() => office.close());

  /** All that could have changed, with its ETags. */
  const standing = async () => {
    const after = `after=${await office.head()}`;
    const paths = [
      ...['composition', 'objectives', 'projects', 'dependencies', 'scoring-models', 'assessments'].map(
        (part) => `${P}/${part}`,
      ),
      ...['{quay}', '{pier}', '{projectId}', '{listed}'].flatMap((one) =>
        ['', '/revisions', '/reports'].map((part) => `/api/v1/projects/${one}${part}`),
      ),
      '/api/v1/projects/{projectId}/assessments',
      '/api/v1/scoring-models/{modelId}',
    ];
    const read = async (path: string) => {
      const { status, headers, body } = await office.docket.visitor.get(
        `${office.aimed(path, ids)}?${after}`,
      );
      const { asOf: _, ...answer } = body;
      return { path, status, etag: headers.get('etag'), answer };
    };
    const answers = [];
    for (const path of paths) answers.push(await read(path));
    return { head: await office.head(), answers };
  };

  it('is watched in reads that answer, each with an ETag', async () => {
    const { answers } = await standing();
    expect(answers.filter(({ status, etag }) => status !== 200 || !etag)).toEqual([]);
  });

  it.each([
    saying('a node in itself', '"Bridges" would stand in itself', 'Move it to a place outside of it.'),
    here(
      'a circle of three dependencies',
      ['p-otto', `POST ${P}/dependencies`, requires('{projectId}', '{quay}'), '409 circle-of-dependencies'],
      '"North bridge renewal" → "South quay" → "Tram" → "North bridge renewal"',
      'Leave one of these dependencies out.',
    ),
    saying('a benefit without an owner', '"The road stays open"', 'Name the person who answers for it'),
    here(
      'a revised case with a benefit without an owner',
      ['p-priya', revising, { ...quayCase, benefits: [ownerless] }, '422 benefit-without-owner'],
      '"Calm water"',
      'Name the person',
    ),
    saying('a finish before the start', '2027-03-31', '2027-04-01', 'Give a finish from 2027-04-01 on'),
    here(
      'a revised case that ends before it starts',
      ['p-priya', revising, { ...quayCase, start: '2029-04-01' }, '422 finish-before-start'],
      '2029-03-31',
      'Give a finish from 2029-04-01 on',
    ),
    saying('a budget for a year outside its dates', 'a budget for 2030', 'the years from 2027 to 2029'),
    here(
      'a revised case with a budget before its dates',
      [
        'p-priya',
        revising,
        { ...quayCase, budgetByYear: [{ year: 2026, amount: '12500000' }] },
        '422 budget-year-outside-dates',
      ],
      'a budget for 2026',
      'the years from 2027 to 2029',
    ),
    saying('weights above the whole', 'sum to 1.000000000001', 'change them by -0.000000000001 in all'),
    saying('weights below the whole', 'sum to 0.9', 'change them by 0.1 in all'),
    saying('weights that do not sum', 'sum to 0.9', 'change them by 0.1 in all'),
    here(
      'a draft revised to weights that do not sum',
      ['p-otto', redrafting, defining(weighing('0.5', '0.6')), '422 weights-do-not-sum'],
      'sum to 1.1',
      'change them by -0.1 in all',
    ),
    saying('a scale with a gap', '"Delivery confidence"', 'a gap from 10 to 20', 'start the next band where'),
    saying('a scale that overlaps', '"Delivery confidence"', 'ends below 10', 'Let it start from 10'),
    here(
      'a draft revised to a scale with a gap at its end',
      ['p-otto', redrafting, defining(bands([null, '10'], ['10', '20'])), '422 scale-has-gap'],
      '"Delivery confidence" leave an end of the line open',
      'needs below null instead of 20',
    ),
    saying(
      'a comparison that is not reciprocal',
      '"Value" against "Risk" is 3, and the other way round it is 0.33',
      'exactly one over the other, like 3 and 1/3',
    ),
    saying(
      'a comparison that contradicts itself',
      'consistency ratio is',
      'Furthest from the others is "Value" against "Risk", 3',
      '1/1.19 would fit them, and 1.19 the other way round',
    ),
    here(
      'a draft revised to a comparison that is not reciprocal',
      [
        'p-otto',
        redrafting,
        defining(comparing(['1', '2', '4'], ['1/2', '1', '2'], ['1/4', '2', '1'])),
        '422 matrix-not-reciprocal',
      ],
      '"Risk" against "Cost" is 2, and the other way round it is 2',
      'like 3 and 1/3',
    ),
    saying('a rating between two anchors', '"strategic-fit" is rated 3', anchors),
    saying('a rating above its scale', '"strategic-fit" is rated 6', anchors),
    saying('a rating below its scale', '"strategic-fit" is rated -1', anchors),
    here(
      'an assessment on a retired model',
      [
        'p-bea',
        'POST /api/v1/projects/{projectId}/assessments',
        { modelId: '{retired}', ratings: [fitRating] },
        '409 model-retired',
      ],
      '"Worth of old" is retired',
      'Assess by a model that is in force.',
    ),
    saying(
      'an earned value of a proposal, which has no baseline yet',
      'has no baseline yet',
      'Leave planned and earned value out',
    ),
    here(
      'a report corrected to an earned value above the budget',
      [
        'p-priya',
        `PUT /api/v1/projects/{pier}/reports/${today()}`,
        { figures: { earnedValue: '12500000.01' }, reason: 'All of it.' },
        '422 earned-value-above-budget',
      ],
      '12500000.01 is above the budget at completion, 12500000.',
      'Report at most 12500000',
    ),
    here(
      'a report given twice',
      [
        'p-priya',
        'POST /api/v1/projects/{quay}/reports',
        { reportedFor: today(), figures: { actualCost: '101' } },
        '409 report-already-given',
      ],
      `"South quay" has another report for ${today()}`,
      'Report for a later day, or correct that one.',
    ),
    here(
      'a report out of order',
      ['p-otto', REPORTING, { reportedFor: '2019-12-31', figures: {} }, '409 report-out-of-order'],
      'The last report of "',
      'Report for a later day.',
    ),
  ])('is told apart, with what would help, and leaves all as it stands: %s', async (_, given, said) => {
    const before = await standing();
    const answer = await sendCase(office, given, ids);
    expect(inShort(answer)).toBe(given[4]);
    for (const one of said) expect(answer.body.detail).toContain(one);
    expect(await standing()).toEqual(before);
  });
});
