import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { bridge, fitRating } from './samples.fixture';

/** The text of a page, as a person reads it. */
const textOf = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('a critic who is named as sponsor without being asked', () => {
  let office: Office;
  let project: string;
  beforeAll(async () => {
    office = await Office.open();
    project = await office.create('p-priya', office.aimed('/api/v1/portfolios/{portfolioId}/projects'), {
      ...{ ...bridge, name: 'South quay', sponsor: 'p-bea' },
    });
  });
  afterAll(() => office.close());

  const path = () => `/api/v1/projects/${project}`;
  const assess = async () =>
    (await office.as('p-bea')).post(`${path()}/assessments`, {
      modelId: office.ratedModelId,
      ratings: [fitRating],
    });
  const tabling = () => ({
    ...{ bodyId: office.ids.bodyId, projectId: project, ask: 'go', question: 'Shall it go ahead?' },
  });
  const table = async () =>
    (await office.as('p-sven')).post(office.aimed('/api/v1/portfolios/{portfolioId}/motions'), tabling());
  const page = async (person: string) => {
    await office.docket.visitor.get(`${path()}?after=${await office.head()}`);
    const asked = `/project?portfolio=${office.ids.portfolioId}&project=${project}`;
    return textOf((await (await office.as(person)).get(asked)).text);
  };

  it('may neither assess it nor vote on it, and is told how to decline', async () => {
    expect(inShort(await assess())).toBe('403 own-component');
    expect(await page('p-bea')).toContain(`POST /api/v1/projects/${project}/parts/decline`);
    for (const other of ['visitor', 'p-dina', 'p-priya'])
      expect(await page(other)).not.toContain('parts/decline');
  });

  it('declines, which everybody sees, and assesses', async () => {
    const declined = await office.done('p-bea', `${path()}/parts/decline`, {
      part: 'sponsor',
      reason: 'I sit on the board that decides on it.',
    });
    expect(declined.body).toMatchObject({ id: project, revision: 1 });
    const { body } = await office.docket.visitor.get(`${path()}?after=${declined.body.position}`);
    expect(body).toMatchObject({
      sponsor: null,
      manager: 'p-priya',
      declined: [{ part: 'sponsor', personId: 'p-bea', reason: 'I sit on the board that decides on it.' }],
    });
    const day = body.declined[0].at.slice(0, 10);
    expect(await page('visitor')).toContain(
      `declined by Bea Novak (p-bea) on ${day}: I sit on the board that decides on it.`,
    );
    const revisions = await office.docket.visitor.get(`${path()}/revisions`);
    expect(revisions.body.rows[1]).toMatchObject({
      differences: [{ path: 'sponsor', before: 'p-bea', after: null }],
      part: { event: 'PartDeclined', part: 'sponsor', personId: 'p-bea' },
    });
    expect((await assess()).status).toBe(200);
  });

  it('is not named again, and nothing is put to a body until another is', async () => {
    const head = await office.head();
    const vacant = await table();
    expect(inShort(vacant)).toBe('409 part-vacant');
    expect(vacant.body.detail).toContain('Name another by a revision of the case');
    const priya = await office.as('p-priya');
    const named = (sponsor: string) => ({ ...bridge, name: 'South quay', sponsor });
    const again = await priya.write('PUT', `${path()}/business-case`, named('p-bea'));
    expect(inShort(again)).toBe('409 part-declined');
    expect(again.body.detail).toContain('p-bea declined a part in "South quay"');
    expect(await office.head()).toBe(head);
    expect((await priya.write('PUT', `${path()}/business-case`, named('p-maya'))).status).toBe(200);
  });

  it('has a seat that counts in the ballot', async () => {
    const tabled = await table();
    expect(tabled.status).toBe(201);
    const motion = `/api/v1/motions/${tabled.body.id}`;
    await office.done('p-sven', `${motion}/ballot`);
    const vote = { choice: 'against', reason: 'It waits for the tide.' };
    expect((await (await office.as('p-bea')).post(`${motion}/votes`, vote)).status).toBe(200);
  });

  it('takes the part up again once that has ended, and no sooner', async () => {
    const bea = await office.as('p-bea');
    const early = await bea.post(`${path()}/parts/take-up`, { part: 'sponsor' });
    expect(inShort(early)).toBe('409 motion-already-open');
    const other = await office.create('p-priya', office.aimed('/api/v1/portfolios/{portfolioId}/projects'), {
      ...{ ...bridge, name: 'Fence', sponsor: 'p-bea' },
    });
    const parts = `/api/v1/projects/${other}/parts`;
    await office.done('p-bea', `${parts}/decline`, { part: 'sponsor', reason: 'Not now.' });
    expect((await bea.post(`${parts}/take-up`, { part: 'sponsor' })).status).toBe(200);
    const { body } = await office.docket.visitor.get(
      `/api/v1/projects/${other}?after=${await office.head()}`,
    );
    expect(body).toMatchObject({ sponsor: 'p-bea', declined: [] });
  });
});
