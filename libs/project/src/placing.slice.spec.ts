import 'reflect-metadata';
import { AddNodeCommand, CloseNodeCommand, compositionIdOf, OpenPortfolioCommand } from '@docket/portfolio';
import { requestOf, type Slice } from '@docket/portfolio/testing';
import { PlaceProjectCommand, projectById, projectsOf, ProposeProjectCommand } from '.';
import { businessCase } from './testing/project.scenes';
import { idOf, openPortfolio, openProjectSlice } from './testing/project-slice';

describe('the place of a project through the bus', () => {
  let slice: Slice;
  let portfolioId: string;
  let projectId: string;
  let roads: string;
  beforeEach(async () => {
    slice = await openProjectSlice();
    portfolioId = await openPortfolio(slice);
    const proposal = new ProposeProjectCommand(requestOf('p'), { portfolioId, ...businessCase });
    projectId = idOf(await slice.commands.execute(proposal));
    roads = await addNode('Roads', portfolioId);
  });
  afterEach(() => slice.close());

  const addNode = async (name: string, within: string) => {
    const data = { portfolioId: within, kind: 'programme', name, parentId: within } as const;
    return idOf(await slice.commands.execute(new AddNodeCommand(requestOf(`add-${name}`, data), data)));
  };
  const place = (nodeId: string | null, key: string) =>
    slice.commands.execute(
      new PlaceProjectCommand(requestOf(key, { projectId, nodeId }), { projectId, nodeId }),
    );
  const nodeThen = async () => {
    const { readModel, cut } = await slice.read();
    const [listed] = await projectsOf(readModel, cut, { portfolioId });
    const project = await projectById(readModel, cut, { projectId });
    if ('refusal' in project) throw new Error(project.refusal.message);
    expect(listed?.node).toBe(project.node);
    return project.node;
  };

  it('is told by the project, alone and in lists, at every moment', async () => {
    expect(await nodeThen()).toBeNull();
    await place(roads, 'in');
    expect(await nodeThen()).toBe(roads);
    await place(null, 'out');
    expect(await nodeThen()).toBeNull();
  });

  it('has one effect and one answer, however often it is sent', async () => {
    const answers = await Promise.all([place(roads, 'k'), place(roads, 'k'), place(roads, 'k')]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await place(roads, 'another')).toMatchObject({ outcome: 'accepted', revision: 1 });
    const events = await slice.events(`docket-project-${projectId}`);
    expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'ProjectProposed', data: expect.anything() },
      { type: 'ProjectPlaced', data: { projectId, nodeId: roads } },
    ]);
    expect(events[1]?.meta.guards).toEqual([
      { stream: `docket-portfolio-${portfolioId}`, revision: 0 },
      { stream: `docket-composition-${compositionIdOf(portfolioId)}`, revision: 0 },
    ]);
  });

  it('is a node of the same portfolio', async () => {
    const other = { name: 'Other', currency: 'GBP', timeZone: 'UTC' };
    const elsewhere = idOf(await slice.commands.execute(new OpenPortfolioCommand(requestOf('o'), other)));
    const rail = await addNode('Rail', elsewhere);
    expect(await place(rail, 'r')).toMatchObject({ refusal: { code: 'node-unknown' } });
  });

  it('is kept when the node is closed around it, and cannot be taken any more', async () => {
    await place(roads, 'in');
    const closing = { portfolioId, nodeId: roads, reason: 'Merged.' };
    await slice.commands.execute(new CloseNodeCommand(requestOf('c', closing), closing));
    expect(await nodeThen()).toBe(roads);
    await place(null, 'out');
    expect(await place(roads, 'again')).toMatchObject({ refusal: { code: 'node-closed' } });
  });
});
