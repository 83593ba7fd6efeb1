import { TestDocket, type Caller, type Loose } from './docket.fixture';
import { inShort } from './problem.fixture';
import { board, bridge, fewerLimits, seats } from './samples.fixture';

const moreTrips = {
  name: 'Trips without a car',
  description: 'Every second trip into the city is made without a car.',
  measure: { name: 'Share of trips without a car', unit: '%', direction: 'rises' },
  baseline: { value: '30', day: '2025-12-31' },
  target: { value: '45', day: '2029-12-31' },
};
const tram = { ...bridge, name: 'Tram to the hospital', sponsor: 'p-maya', manager: 'p-sam' };

/** One portfolio from what it is for to which of its work serves that. */
describe('from a strategy to what serves it', () => {
  let docket: TestDocket;
  const callers = new Map<string, Caller>();
  let within: string;
  let position: string;
  const id: Record<string, string> = {};

  beforeAll(async () => {
    docket = await TestDocket.start();
    for (const person of ['p-maya', 'p-otto', 'p-priya', 'p-sam', 'p-chen', 'p-bea', 'p-sven'])
      callers.set(person, await docket.as(person));
  });
  afterAll(() => docket.stopAndForget());

  const ask = (person: string, method: string, path: string, body?: unknown) =>
    (callers.get(person) as Caller).write(method, path, body);
  const done = async (person: string, path: string, body?: unknown, method = 'POST'): Promise<string> => {
    const answer = await ask(person, method, path, body);
    if (answer.status >= 300) throw new Error(answer.text);
    ({ position } = answer.body);
    return answer.body.id;
  };
  const read = async (path: string, query = ''): Promise<Loose> =>
    (await docket.visitor.get(`${path}?after=${position}${query}`)).body;
  const alignments = async (query = '') =>
    Object.fromEntries(
      (await read(`${within}/alignments`, query)).rows.map(({ name, alignment }: Loose) => [
        name,
        alignment.value ?? alignment.reason,
      ]),
    );

  it('a portfolio is divided, and nothing stands in itself', async () => {
    const city = { name: 'City', currency: 'GBP', timeZone: 'Europe/London' };
    id.portfolio = await done('p-maya', '/api/v1/portfolios', city);
    within = `/api/v1/portfolios/${id.portfolio}`;
    const node = (name: string, kind: string, parentId: string | undefined) =>
      done('p-maya', `${within}/nodes`, { name, kind, parentId, lead: 'p-sam' });
    id.roads = await node('Roads', 'sub-portfolio', id.portfolio);
    id.bridges = await node('Bridges', 'programme', id.roads);
    const place = `${within}/nodes/${id.roads}/place`;
    expect(inShort(await ask('p-maya', 'PUT', place, { parentId: id.bridges }))).toBe(
      '409 circle-of-portfolios',
    );
    const { nodes } = await read(`${within}/composition`);
    expect(nodes).toMatchObject([{ name: 'Roads', lead: 'p-sam', nodes: [{ name: 'Bridges', nodes: [] }] }]);
  });

  it('its objectives are stated, and weighed together', async () => {
    id.limits = await done('p-otto', `${within}/objectives`, fewerLimits);
    id.trips = await done('p-otto', `${within}/objectives`, moreTrips);
    const weights = (limits: string, trips: string) => ({
      weights: [
        { objectiveId: id.limits, weight: limits },
        { objectiveId: id.trips, weight: trips },
      ],
    });
    const path = `${within}/objective-weights`;
    expect(inShort(await ask('p-otto', 'PUT', path, weights('0.6', '0.5')))).toBe('422 weights-do-not-sum');
    await done('p-otto', path, weights('0.6', '0.4'), 'PUT');
    const { rows } = await read(`${within}/objectives`);
    expect(rows.map(({ name, weight }: Loose) => [name, weight])).toEqual([
      ['No lorry turns back', '0.6'],
      ['Trips without a car', '0.4'],
    ]);
  });

  it('what their measures stand at is reported in order, once, and corrected on record', async () => {
    const actuals = `${within}/objectives/${id.limits}/actuals`;
    await done('p-otto', actuals, { day: '2026-01-31', value: '34' });
    const again = { day: '2026-01-31', value: '33' };
    expect(inShort(await ask('p-otto', 'POST', actuals, again))).toBe('409 report-already-given');
    const earlier = { day: '2026-01-30', value: '35' };
    expect(inShort(await ask('p-otto', 'POST', actuals, earlier))).toBe('409 report-out-of-order');
    expect((await read(`${within}/goal-progress`)).progress.value).toBe('0.2');
    const before = (await read(`${within}/goal-progress`)).asOf.token;
    await done('p-maya', `${within}/objectives/${id.limits}/corrections`, {
      day: '2026-01-31',
      value: '25',
      reason: 'Nine were strengthened already.',
    });
    expect(await read(`${within}/goal-progress`)).toMatchObject({
      progress: { value: '0.5', reason: null },
      coverage: { used: 1, eligible: 2 },
    });
    expect((await read(`${within}/goal-progress`, `&asOf=${before}`)).progress.value).toBe('0.2');
    const { rows } = await read(actuals);
    expect(rows).toMatchObject([{ value: '25', corrections: [{ former: '34', by: 'p-maya' }] }]);
    const { entries } = await read(`${within}/strategy/history`);
    expect(entries.map(({ type }: Loose) => type)).toEqual([
      'ObjectiveAdded',
      'ObjectiveAdded',
      'ObjectivesWeighed',
      'ActualReported',
      'ActualCorrected',
    ]);
  });

  it('who proposes says what it serves; the PMO says whether it does', async () => {
    id.bridge = await done('p-priya', `${within}/projects`, bridge);
    id.tram = await done('p-sam', `${within}/projects`, tram);
    const serves = (project: string | undefined, part = '') =>
      `/api/v1/projects/${project}/contributions${part}`;
    const claim = { objectiveId: id.limits, level: 4, reason: 'Five limits fall.' };
    await done('p-priya', serves(id.bridge), claim);
    expect(inShort(await ask('p-priya', 'POST', serves(id.tram), claim))).toBe('403 not-yours');
    expect(inShort(await ask('p-priya', 'POST', serves(id.bridge, '/confirmation'), claim))).toBe(
      '403 not-allowed',
    );
    const off = { ...claim, level: 7 };
    expect(inShort(await ask('p-priya', 'POST', serves(id.bridge), off))).toBe('422 level-off-scale');
    expect(await alignments()).toEqual({
      [bridge.name]: 'nothing-confirmed',
      [tram.name]: 'nothing-confirmed',
    });
    await done('p-otto', serves(id.bridge, '/confirmation'), { ...claim, level: 3, reason: 'Three fall.' });
    const trips = { objectiveId: id.trips, level: 4, reason: 'Nothing else goes there.' };
    await done('p-otto', serves(id.tram), trips);
    expect(inShort(await ask('p-otto', 'POST', serves(id.tram, '/confirmation'), trips))).toBe(
      '403 not-yours-to-confirm',
    );
    await done('p-sam', serves(id.tram), trips);
    await done('p-otto', serves(id.tram, '/confirmation'), trips);
    expect(await alignments()).toEqual({ [bridge.name]: '45', [tram.name]: '40' });
  });

  it('an objective is covered once a body authorises what serves it', async () => {
    const coverage = async () => {
      const { covered, uncovered } = await read(`${within}/objective-coverage`);
      return [covered.value, uncovered.map(({ name }: Loose) => name)];
    };
    expect(await coverage()).toEqual(['0', ['No lorry turns back', 'Trips without a car']]);
    const bodyId = await done('p-otto', `${within}/bodies`, board);
    for (const seat of seats) await done('p-otto', `/api/v1/bodies/${bodyId}/seats`, seat);
    const asked = { bodyId, projectId: id.bridge, ask: 'go', question: 'Shall it go ahead?' };
    const motion = `/api/v1/motions/${await done('p-sven', `${within}/motions`, asked)}`;
    await done('p-sven', `${motion}/ballot`);
    for (const person of ['p-chen', 'p-bea'])
      await done(person, `${motion}/votes`, { choice: 'for', reason: 'It serves the freight.' });
    await done('p-chen', `${motion}/close`);
    await done('p-chen', `${motion}/decision`, { rationale: 'It serves the freight.' });
    for (const deadline = Date.now() + 20_000; (await coverage())[0] !== '0.5';)
      if (Date.now() > deadline) throw new Error('The decision did not reach the project.');
    expect(await coverage()).toEqual(['0.5', ['Trips without a car']]);
  });

  it('a claim made anew counts once it is confirmed, until then what was confirmed does, and the past stays as it was', async () => {
    const { token } = (await read(`${within}/alignments`)).asOf;
    const path = `/api/v1/projects/${id.bridge}/contributions`;
    await done('p-priya', path, { objectiveId: id.limits, level: 4, reason: 'The survey found two more.' });
    expect((await alignments())[bridge.name]).toBe('45');
    expect((await alignments(`&asOf=${token}`))[bridge.name]).toBe('45');
    const { entries } = await read(`${path}/history`);
    expect(entries.map(({ type, actor, details }: Loose) => [type, actor, details.level])).toEqual([
      ['ContributionClaimed', 'p-priya', 4],
      ['ContributionConfirmed', 'p-otto', 3],
      ['ContributionClaimed', 'p-priya', 4],
    ]);
  });
});
