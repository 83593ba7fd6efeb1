import 'reflect-metadata';
import { AddNodeCommand, MoveNodeCommand } from '@docket/portfolio';
import { requestOf, type Slice } from '@docket/portfolio/testing';
import {
  carryDecision,
  claimForMotion,
  PlaceProjectCommand,
  ProposeProjectCommand,
  ReportStatusCommand,
  RollUpQuery,
} from '.';
import { bodyId, businessCase } from './testing/project.scenes';
import { idOf, openPortfolio, openProjectSlice } from './testing/project-slice';

describe('a roll-up through the bus', () => {
  let slice: Slice;
  let portfolioId: string;
  beforeEach(async () => {
    slice = await openProjectSlice();
    portfolioId = await openPortfolio(slice);
  });
  afterEach(() => slice.close());

  const node = async (name: string, parentId = portfolioId) => {
    const data = { portfolioId, kind: 'sub-portfolio', name, parentId } as const;
    return idOf(await slice.commands.execute(new AddNodeCommand(requestOf(name, data), data)));
  };
  const place = (projectId: string, nodeId: string) => {
    const data = { projectId, nodeId };
    return slice.commands.execute(new PlaceProjectCommand(requestOf(`${projectId}-place`, data), data));
  };
  /** Authorised at 1,000; that much of it was earned, and cost. */
  const work = async (name: string, earnedValue: string, actualCost: string) => {
    const stated = { ...businessCase, name, wholeLifeCost: '1000', expectedBenefits: '1500' };
    const proposal = new ProposeProjectCommand(requestOf(name), { portfolioId, ...stated });
    const projectId = idOf(await slice.commands.execute(proposal));
    const claim = { projectId, motionId: 'm' };
    await claimForMotion(slice.runtime, requestOf(`${name}-claim`), claim);
    const decision = { ...claim, bodyId, outcome: 'go' } as const;
    await carryDecision(slice.runtime, requestOf(`${name}-go`), decision);
    const report = { projectId, reportedFor: '2026-03-02', figures: { earnedValue, actualCost } };
    await slice.commands.execute(new ReportStatusCommand(requestOf(`${name}-report`), report));
    return projectId;
  };
  const told = async (reading = slice.read()) => {
    const answer = await slice.queries.execute(new RollUpQuery(await reading, { portfolioId }));
    if ('refusal' in answer) throw new Error(answer.refusal.message);
    return answer.nodes.map(({ name, components, performance, against }) => [
      name,
      components.all,
      against.current.budgetAtCompletion.value,
      performance.costPerformanceIndex.value,
    ]);
  };

  it('adds up what stands in a node and in all nodes in it, as of any moment', async () => {
    const roads = await node('Roads');
    const bridges = await node('Bridges', roads);
    const rail = await node('Rail');
    await place(await work('North bridge', '100', '100'), bridges);
    await place(await work('Ring road', '100', '900'), roads);
    const before = await slice.read();
    const move = { portfolioId, nodeId: bridges, parentId: rail };
    await slice.commands.execute(new MoveNodeCommand(requestOf('move', move), move));
    expect(await told()).toEqual([
      ['Rail', 1, '1000', '1'],
      ['Bridges', 1, '1000', '1'],
      ['Roads', 1, '1000', '0.111111111111'],
    ]);
    expect(await told(Promise.resolve(before))).toEqual([
      ['Rail', 0, null, null],
      ['Roads', 2, '2000', '0.2'],
      ['Bridges', 1, '1000', '1'],
    ]);
  });

  it('needs a portfolio', async () => {
    const nowhere = { portfolioId: '00000000-0000-8000-8000-000000000000' };
    expect(await slice.queries.execute(new RollUpQuery(await slice.read(), nowhere))).toMatchObject({
      refusal: { code: 'portfolio-unknown' },
    });
  });
});
