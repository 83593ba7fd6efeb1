import { weighing } from './model-samples.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { board, bridge, confidenceModel, fewerLimits } from './samples.fixture';

const key = () => crypto.randomUUID();
const P = '/api/v1/portfolios/{portfolioId}';

describe('a key used before', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

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
    ['an objective', 'p-otto', `${P}/objectives`, { ...fewerLimits, name: 'Keyed' }],
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
      { ...body, currency: 'XQQ', criteria: [], minimumSeats: 0, wholeLifeCost: '-1', measure: {} },
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
