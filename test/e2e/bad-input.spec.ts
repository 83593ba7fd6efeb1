import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { board, bridge, confidenceModel, today } from './samples.fixture';

const NOBODYS = '00000000-0000-8000-8000-000000000000';
const key = () => crypto.randomUUID();

const [criterion] = confidenceModel.criteria;
const bands = (...edges: readonly (readonly [string | null, string | null])[]) => ({
  ...confidenceModel,
  name: 'Of bands',
  criteria: [
    {
      ...criterion,
      measure: 'whole-life-cost',
      scale: {
        kind: 'bands',
        maximum: '5',
        unit: 'GBP',
        bands: edges.map(([from, below], at) => ({ from, below, points: `${at}`, meaning: 'So much.' })),
      },
    },
  ],
});
const weighing = (...weights: readonly string[]) => ({
  ...confidenceModel,
  name: 'Of weights',
  criteria: weights.map((weight, at) => ({ ...criterion, id: `c-${at}`, name: `Criterion ${at}`, weight })),
});
const dayAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('bad input', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  type Case = [
    what: string,
    person: string,
    request: string,
    body: unknown,
    refused: string,
    headers?: Record<string, string>,
  ];

  const P = '/api/v1/portfolios/{portfolioId}';
  const proposal = 'POST /api/v1/portfolios/{portfolioId}/projects';
  const drafting = 'POST /api/v1/portfolios/{portfolioId}/scoring-models';
  const report = 'POST /api/v1/projects/{projectId}/reports';
  const vote = 'POST /api/v1/motions/{motionId}/votes';
  const tabling = 'POST /api/v1/portfolios/{portfolioId}/motions';
  const aye = { choice: 'for', reason: 'It is worth it.' };

  const cases: readonly Case[] = [
    ['negative money', 'p-priya', proposal, { ...bridge, wholeLifeCost: '-1' }, '422 amount-negative'],
    [
      'money that is no number',
      'p-priya',
      proposal,
      { ...bridge, wholeLifeCost: 'NaN' },
      '400 fields-invalid',
    ],
    [
      'money with an exponent',
      'p-priya',
      proposal,
      { ...bridge, wholeLifeCost: '1e400' },
      '400 fields-invalid',
    ],
    ['money as a number', 'p-priya', proposal, { ...bridge, wholeLifeCost: 2 ** 53 }, '400 fields-invalid'],
    [
      'money without end',
      'p-priya',
      proposal,
      { ...bridge, wholeLifeCost: '9'.repeat(41) },
      '400 fields-invalid',
    ],
    [
      'a day that does not exist',
      'p-priya',
      proposal,
      { ...bridge, start: '2027-02-30' },
      '400 fields-invalid',
    ],
    [
      'a finish before the start',
      'p-priya',
      proposal,
      { ...bridge, finish: '2027-03-31' },
      '422 finish-before-start',
    ],
    [
      'a name that turns around',
      'p-priya',
      proposal,
      { ...bridge, name: 'North \u202Eegdirb' },
      '400 fields-invalid',
    ],
    [
      'a name with a control character',
      'p-priya',
      proposal,
      { ...bridge, name: 'North\u0007' },
      '400 fields-invalid',
    ],
    [
      'a name over two lines',
      'p-priya',
      proposal,
      { ...bridge, name: 'North\nbridge' },
      '400 fields-invalid',
    ],
    ['a name nobody can see', 'p-priya', proposal, { ...bridge, name: '\u200b\u200b' }, '400 fields-invalid'],
    ['a name too long', 'p-priya', proposal, { ...bridge, name: 'x'.repeat(201) }, '400 fields-invalid'],
    ['a person by name', 'p-priya', proposal, { ...bridge, sponsor: 'Maya Okafor' }, '400 fields-invalid'],
    [
      'a currency that is none',
      'p-maya',
      'POST /api/v1/portfolios',
      { name: 'New', currency: 'XQQ', timeZone: 'UTC' },
      '422 currency-unknown',
    ],
    [
      'a time zone that is none',
      'p-maya',
      'POST /api/v1/portfolios',
      { name: 'New', currency: 'GBP', timeZone: 'Mars/Base' },
      '400 fields-invalid',
    ],
    [
      'a name that is taken',
      'p-maya',
      'POST /api/v1/portfolios',
      { name: ' CITY ', currency: 'GBP', timeZone: 'UTC' },
      '409 portfolio-name-taken',
    ],
    ['weights that do not sum', 'p-otto', drafting, weighing('0.5', '0.4'), '422 weights-do-not-sum'],
    ['a weight of nothing', 'p-otto', drafting, weighing('1', '0'), '422 weight-not-positive'],
    [
      'a criterion given twice',
      'p-otto',
      drafting,
      { ...weighing('0.5'), criteria: [0, 1].map(() => ({ ...criterion, weight: '0.5' })) },
      '422 criterion-twice',
    ],
    ['a scale with a gap', 'p-otto', drafting, bands([null, '10'], ['20', null]), '422 scale-has-gap'],
    ['a scale that overlaps', 'p-otto', drafting, bands([null, '10'], ['5', null]), '422 scale-overlaps'],
    [
      'a scale of no kind',
      'p-otto',
      drafting,
      {
        ...confidenceModel,
        name: 'x',
        criteria: [{ ...criterion, scale: { kind: '__proto__', maximum: '5' } }],
      },
      '400 fields-invalid',
    ],
    [
      'a model edited after publication',
      'p-otto',
      'PUT /api/v1/scoring-models/{published}',
      { criteria: confidenceModel.criteria, minimumCoverage: '0.6' },
      '409 model-published',
    ],
    [
      'a report dated before its project',
      'p-priya',
      report,
      { reportedFor: '2001-01-01', figures: {} },
      '422 report-before-project',
    ],
    [
      'a report from the future',
      'p-priya',
      report,
      { reportedFor: dayAfter(3), figures: {} },
      '422 report-from-the-future',
    ],
    [
      'a report with negative money',
      'p-priya',
      report,
      { reportedFor: today(), figures: { budget: '-5' } },
      '422 amount-negative',
    ],
    ['a report without figures', 'p-priya', report, { reportedFor: today() }, '400 fields-invalid'],
    ['a vote of somebody who is no member', 'p-dina', vote, aye, '403 not-a-member'],
    ['a vote for nothing', 'p-bea', vote, { choice: 'perhaps', reason: 'x' }, '400 fields-invalid'],
    ['a vote without a reason', 'p-bea', vote, { choice: 'for', reason: ' ' }, '400 fields-invalid'],
    [
      'a second motion on a project',
      'p-sven',
      tabling,
      { bodyId: '{bodyId}', projectId: '{projectId}', ask: 'go', question: 'Again?' },
      '409 motion-already-open',
    ],
    [
      'a seat taken',
      'p-otto',
      'POST /api/v1/bodies/{bodyId}/seats',
      { personId: 'p-bea', role: 'secretary' },
      '409 already-seated',
    ],
    [
      'a second chair',
      'p-otto',
      'POST /api/v1/bodies/{bodyId}/seats',
      { personId: 'p-dina', role: 'chair' },
      '409 chair-taken',
    ],
    [
      'a seat that ends before it begins',
      'p-otto',
      'POST /api/v1/bodies/{bodyId}/seats',
      {
        personId: 'p-dina',
        role: 'member',
        from: '2026-02-01T00:00:00.000Z',
        until: '2026-01-01T00:00:00.000Z',
      },
      '422 term-ends-before-it-starts',
    ],
    [
      'the end of a seat nobody has',
      'p-otto',
      'POST /api/v1/bodies/{bodyId}/seats/p-dina/end',
      { reason: 'Left.' },
      '404 not-seated',
    ],
    [
      'the end of a seat by name',
      'p-otto',
      'POST /api/v1/bodies/{bodyId}/seats/Dina%20Farouk/end',
      { reason: 'Left.' },
      '400 id-malformed',
    ],
    [
      'a quorum of more than all',
      'p-otto',
      `POST ${P}/bodies`,
      { ...board, name: 'New', quorum: { kind: 'share', share: '1.5' } },
      '422 quorum-out-of-range',
    ],
    [
      'a decision before the close',
      'p-chen',
      'POST /api/v1/motions/{motionId}/decision',
      { rationale: 'Because.' },
      '409 motion-not-carried',
    ],
    [
      'a ballot opened twice',
      'p-sven',
      'POST /api/v1/motions/{motionId}/ballot',
      {},
      '409 ballot-already-opened',
    ],
    [
      'a portfolio nobody knows',
      'p-priya',
      `POST /api/v1/portfolios/${NOBODYS}/projects`,
      bridge,
      '404 portfolio-unknown',
    ],
    [
      'a project nobody knows',
      'p-otto',
      `POST /api/v1/projects/${NOBODYS}/withdrawal`,
      { reason: 'x' },
      '404 project-unknown',
    ],
    [
      'a model nobody knows',
      'p-otto',
      `POST /api/v1/scoring-models/${NOBODYS}/publication`,
      {},
      '404 model-unknown',
    ],
    [
      'a body nobody knows',
      'p-otto',
      `POST /api/v1/bodies/${NOBODYS}/seats`,
      { personId: 'p-dina', role: 'member' },
      '404 body-unknown',
    ],
    ['a motion nobody knows', 'p-bea', `POST /api/v1/motions/${NOBODYS}/votes`, aye, '404 motion-unknown'],
    [
      'a body in a motion nobody knows',
      'p-sven',
      tabling,
      { bodyId: NOBODYS, projectId: '{projectId}', ask: 'go', question: 'x' },
      '404 body-unknown',
    ],
    [
      'a project in a motion nobody knows',
      'p-sven',
      tabling,
      { bodyId: '{bodyId}', projectId: NOBODYS, ask: 'go', question: 'x' },
      '404 project-unknown',
    ],
    [
      'a portfolio in the place of a project',
      'p-otto',
      'POST /api/v1/projects/{portfolioId}/withdrawal',
      { reason: 'x' },
      '404 project-unknown',
    ],
    [
      'a project in the place of a portfolio',
      'p-priya',
      'POST /api/v1/portfolios/{projectId}/projects',
      bridge,
      '404 portfolio-unknown',
    ],
    [
      'a body in the place of a motion',
      'p-bea',
      'POST /api/v1/motions/{bodyId}/votes',
      aye,
      '404 motion-unknown',
    ],
    [
      'a motion in the place of a body',
      'p-otto',
      'POST /api/v1/bodies/{motionId}/seats',
      { personId: 'p-dina', role: 'member' },
      '404 body-unknown',
    ],
    [
      'an id that is none',
      'p-otto',
      'POST /api/v1/projects/42/withdrawal',
      { reason: 'x' },
      '400 id-malformed',
    ],
    [
      'a query on a write',
      'p-otto',
      'POST /api/v1/projects/{projectId}/withdrawal?asOf=1',
      { reason: 'x' },
      '400 fields-invalid',
    ],
    [
      'a stale revision',
      'p-otto',
      'POST /api/v1/projects/{projectId}/withdrawal',
      { reason: 'x' },
      '412 revision-mismatch',
      { 'if-match': '"0"' },
    ],
    [
      'a revision that is none',
      'p-otto',
      'POST /api/v1/projects/{projectId}/withdrawal',
      { reason: 'x' },
      '400 if-match-malformed',
      { 'if-match': '4' },
    ],
    [
      'any revision',
      'p-otto',
      'POST /api/v1/projects/{projectId}/withdrawal',
      { reason: 'x' },
      '400 if-match-malformed',
      { 'if-match': '*' },
    ],
    [
      'a short key',
      'p-otto',
      'POST /api/v1/projects/{projectId}/withdrawal',
      { reason: 'x' },
      '400 idempotency-key-malformed',
      { 'idempotency-key': 'short' },
    ],
    [
      'a blank key',
      'p-otto',
      'POST /api/v1/projects/{projectId}/withdrawal',
      { reason: 'x' },
      '400 idempotency-key-malformed',
      { 'idempotency-key': '           ' },
    ],
    [
      'an endless key',
      'p-otto',
      'POST /api/v1/projects/{projectId}/withdrawal',
      { reason: 'x' },
      '400 idempotency-key-malformed',
      { 'idempotency-key': 'x'.repeat(201) },
    ],
  ];

  it.each<Case>(cases)(
    'is refused, and nothing is stored: %s',
    async (_, person, asked, body, refused, headers = {}) => {
      const before = await office.head();
      const [method = '', template = ''] = asked.split(' ');
      const aim = (text: string) => office.aimed(text, { published: office.publishedModelId });
      const caller = await office.as(person);
      const given = { raw: aim(JSON.stringify(body)), headers: { 'idempotency-key': key(), ...headers } };
      expect(inShort(await caller.ask(method, aim(template), given))).toBe(refused);
      expect(await office.head()).toBe(before);
    },
  );

  it('is refused without a key', async () => {
    const maya = await office.as('p-maya');
    const answer = await maya.ask('POST', '/api/v1/portfolios', {
      body: { name: 'New', currency: 'GBP', timeZone: 'UTC' },
    });
    expect(inShort(answer)).toBe('400 idempotency-key-missing');
  });

  describe('a key used before', () => {
    type Creation = readonly [what: string, person: string, path: string, body: { name: string }];
    const creations: readonly Creation[] = [
      [
        'a portfolio',
        'p-maya',
        '/api/v1/portfolios',
        { name: 'Keyed', currency: 'GBP', timeZone: 'UTC' } as { name: string },
      ],
      ['a project', 'p-priya', `${P}/projects`, { ...bridge, name: 'Keyed' }],
      ['a scoring model', 'p-otto', `${P}/scoring-models`, { ...confidenceModel, name: 'Keyed' }],
      ['a body', 'p-otto', `${P}/bodies`, { ...board, name: 'Keyed' }],
    ];

    it.each(creations)('creates %s once, and none of another name', async (_, person, template, body) => {
      const [once, caller, path] = [key(), await office.as(person), office.aimed(template)];
      const first = await caller.post(path, body, once);
      const second = await caller.post(path, body, once);
      expect([first.status, second.text, second.headers.get('location')]).toEqual([
        201,
        first.text,
        first.headers.get('location'),
      ]);
      const before = await office.head();
      expect(inShort(await caller.post(path, { ...body, name: 'Of another name' }, once))).toBe(
        '422 idempotency-key-reused',
      );
      expect(await office.head()).toBe(before);
    });

    it.each(creations)('is free again where it came to nothing: %s', async (_, person, template, body) => {
      const [once, caller, path] = [key(), await office.as(person), office.aimed(template)];
      const refused = await caller.post(
        path,
        { ...body, currency: 'XQQ', criteria: [], minimumSeats: 0, wholeLifeCost: '-1' },
        once,
      );
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect((await caller.post(path, { ...body, name: `${body.name} later` }, once)).status).toBe(201);
    });

    it('is free again for another name where the rules refused the first', async () => {
      const [once, otto, path] = [key(), await office.as('p-otto'), office.aimed(`${P}/scoring-models`)];
      expect(inShort(await otto.post(path, weighing('0.5', '0.4'), once))).toBe('422 weights-do-not-sum');
      expect((await otto.post(path, { ...weighing('1'), name: 'Of one weight' }, once)).status).toBe(201);
      expect(inShort(await otto.post(path, weighing('1'), once))).toBe('422 idempotency-key-reused');
    });

    it('creates one of two names sent at the same time', async () => {
      const [once, maya] = [key(), await office.as('p-maya')];
      const sent = ['One', 'Two', 'Three'].map((name) =>
        maya.post('/api/v1/portfolios', { name: `Raced ${name}`, currency: 'GBP', timeZone: 'UTC' }, once),
      );
      expect((await Promise.all(sent)).map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    });

    it('is refused with another body, and another person may use the same', async () => {
      const [once, path] = [key(), office.aimed(`${P}/projects`)];
      const [priya, otto] = [await office.as('p-priya'), await office.as('p-otto')];
      await priya.post(path, bridge, once);
      expect(inShort(await priya.post(path, { ...bridge, wholeLifeCost: '1' }, once))).toBe(
        '422 idempotency-key-reused',
      );
      expect((await otto.post(path, { ...bridge, wholeLifeCost: '1' }, once)).status).toBe(201);
    });
  });

  it('recused voters are kept from the vote on what is their own', async () => {
    const bodyId = await office.create('p-otto', office.aimed(`${P}/bodies`), { ...board, name: 'Peers' });
    for (const seat of [
      { personId: 'p-chen', role: 'chair' },
      { personId: 'p-bea', role: 'member' },
      { personId: 'p-sam', role: 'member' },
    ])
      await office.done('p-otto', `/api/v1/bodies/${bodyId}/seats`, seat);
    const projectId = await office.create('p-priya', office.aimed(`${P}/projects`), {
      ...bridge,
      name: 'Of Sam',
      manager: 'p-sam',
    });
    const motion = await office.motion({ ...office.ids, bodyId, projectId });
    await office.done('p-chen', `/api/v1/motions/${motion}/ballot`);
    const before = await office.head();
    expect(inShort(await (await office.as('p-sam')).post(`/api/v1/motions/${motion}/votes`, aye))).toBe(
      '403 recused',
    );
    expect(await office.head()).toBe(before);
  });

  it('a second vote takes the place of the first, and counts once', async () => {
    const chen = await office.as('p-chen');
    const path = office.aimed('/api/v1/motions/{motionId}');
    await chen.post(`${path}/votes`, aye);
    const { body } = await chen.post(`${path}/votes`, { choice: 'against', reason: 'On second thoughts.' });
    const { votes } = (await chen.get(`${path}?after=${body.position}`)).body;
    expect(votes.filter(({ personId }: { personId: string }) => personId === 'p-chen')).toEqual([
      expect.objectContaining({ choice: 'against' }),
    ]);
  });
});
