import type { Loose } from './docket.fixture';
import { liveOn } from './lived-office.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { bridge } from './samples.fixture';

const P = '/api/v1/portfolios/{portfolioId}';
const place = '/api/v1/projects/{projectId}/place';
const full = { used: 1, eligible: 1 };

describe('what projects come to, over HTTP', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
    await liveOn(office);
    for (const deadline = Date.now() + 20_000; (await project()).status !== 'authorised';)
      if (Date.now() > deadline) throw new Error('The decision did not reach the project.');
  });
  afterAll(() => office.close());

  /** Read with everything in it that is recorded by now. */
  const read = async (template: string, asOf?: string) => {
    const query = asOf === undefined ? `after=${await office.head()}` : `asOf=${asOf}`;
    return office.docket.visitor.get(`${office.aimed(template)}?${query}`);
  };
  const project = async (): Promise<Loose> => (await read('/api/v1/projects/{projectId}')).body;
  const rollUp = async (asOf?: string): Promise<Loose> => (await read(`${P}/roll-up`, asOf)).body;
  const put = async (person: string, nodeId: string | null, id = office.ids.projectId) =>
    (await office.as(person)).write('PUT', office.aimed(place, { projectId: id }), { nodeId });
  const inNode = ({ nodes }: Loose, name: string): Loose => nodes.find((one: Loose) => one.name === name);

  it('is told of a portfolio in which nothing is placed yet', async () => {
    const { whole, nodes, portfolio, counted } = await rollUp();
    expect([portfolio.name, counted]).toEqual(['City', ['authorised', 'held', 'completed']]);
    expect(whole.components).toMatchObject({ direct: 2, all: 2, byStatus: { authorised: 1, proposed: 1 } });
    expect(whole.performance.costPerformanceIndex).toEqual({
      value: '0.892857142857',
      unit: 'ratio',
      coverage: full,
    });
    expect(nodes.map(({ name, components }: Loose) => [name, components.all])).toEqual([
      ['Roads', 0],
      ['Bridges', 0],
    ]);
  });

  it('follows a project into its node, and up from there', async () => {
    const before = await rollUp();
    expect((await put('p-maya', office.ids.nodeId)).status).toBe(200);
    expect((await project()).node).toBe(office.ids.nodeId);
    const now = await rollUp();
    for (const name of ['Roads', 'Bridges'])
      expect(inNode(now, name).against.current).toEqual(before.whole.against.current);
    expect([inNode(now, 'Roads').components, inNode(now, 'Bridges').components]).toMatchObject([
      { direct: 0, all: 1 },
      { direct: 1, all: 1 },
    ]);
    expect(now.whole.sums).toEqual(before.whole.sums);
    expect(now.whole.components.direct).toBe(1);
    expect(inNode(now, 'Bridges').against.original.budgetAtCompletion).toEqual({
      value: '12500000',
      unit: 'GBP',
      coverage: full,
    });
    expect({ ...(await rollUp(before.asOf.token)), asOf: undefined }).toEqual({ ...before, asOf: undefined });
  });

  it('says of how many components a figure is made', async () => {
    const path = office.aimed(`${P}/projects`);
    const id = await office.create('p-priya', path, {
      ...bridge,
      name: 'West pier',
      expectedBenefits: '0.5',
    });
    const motionId = await office.motion({ ...office.ids, projectId: id });
    await office.done('p-sven', `/api/v1/motions/${motionId}/ballot`);
    for (const person of ['p-chen', 'p-bea'])
      await office.done(person, `/api/v1/motions/${motionId}/votes`, { choice: 'for', reason: 'Yes.' });
    await office.done('p-chen', `/api/v1/motions/${motionId}/close`);
    await office.done('p-chen', `/api/v1/motions/${motionId}/decision`, { rationale: 'Yes.' });
    await put('p-otto', office.ids.nodeId, id);
    const authorised = async () => inNode(await rollUp(), 'Roads').components.byStatus.authorised;
    for (const deadline = Date.now() + 20_000; (await authorised()) !== 2;)
      if (Date.now() > deadline) throw new Error('The decision did not reach the project.');
    const { sums, against, performance } = inNode(await rollUp(), 'Roads');
    expect([sums.expectedBenefits.value, sums.expectedBenefits.coverage]).toEqual([
      '18000000.5',
      { used: 2, eligible: 2 },
    ]);
    expect(against.current.budgetAtCompletion.value).toBe('25000000');
    expect(performance.costPerformanceIndex).toEqual({
      value: '0.892857142857',
      unit: 'ratio',
      coverage: { used: 1, eligible: 2 },
    });
    expect(sums.forecastCost).toMatchObject({ value: null, unavailable: 'no-component-knows' });
  });

  it('names a node that was closed around its projects, until they are placed elsewhere', async () => {
    const closing = office.aimed(`${P}/nodes/{nodeId}/closure`);
    await office.done('p-otto', closing, { reason: 'Merged with the roads.' });
    expect(inNode(await rollUp(), 'Bridges')).toMatchObject({ status: 'closed', components: { direct: 2 } });
    await put('p-otto', null);
    expect(inShort(await put('p-otto', office.ids.nodeId))).toBe('409 node-closed');
    const { nodes } = await rollUp();
    const others = (await read(`${P}/projects`)).body.rows.filter(({ node }: Loose) => node !== null);
    expect([nodes.length, others.map(({ name }: Loose) => name)]).toEqual([2, ['West pier']]);
    await put('p-otto', inNode({ nodes }, 'Roads').id, others[0].id);
    expect((await rollUp()).nodes.map(({ name }: Loose) => name)).toEqual(['Roads']);
  });

  it('is for nobody to arrange who runs a single project', async () => {
    const before = await office.head();
    expect(inShort(await put('p-priya', null))).toBe('403 not-allowed');
    expect(await office.head()).toBe(before);
  });

  it('needs a portfolio', async () => {
    const path = '/api/v1/portfolios/00000000-0000-8000-8000-000000000000/roll-up';
    expect(inShort(await office.docket.visitor.get(path))).toBe('404 portfolio-unknown');
  });
});
