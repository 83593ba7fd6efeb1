import 'reflect-metadata';
import {
  AddNodeCommand,
  CloseNodeCommand,
  compositionIdOf,
  CompositionQuery,
  FindPortfolioQuery,
  MoveNodeCommand,
  RenameNodeCommand,
} from '.';
import { idOf, openCity, openPortfolio } from './testing/city';
import { requestOf, type Slice } from './testing';

describe('the composition of a portfolio through the bus', () => {
  let slice: Slice;
  let portfolioId: string;
  beforeEach(async () => {
    slice = await openCity();
    portfolioId = await openPortfolio(slice);
  });
  afterEach(() => slice.close());

  const send = (key: string, name: string, parentId = portfolioId) => {
    const data = { portfolioId, kind: 'sub-portfolio', name, parentId } as const;
    return slice.commands.execute(new AddNodeCommand(requestOf(key, data), data));
  };
  const add = async (name: string, parentId = portfolioId) => idOf(await send(name, name, parentId));
  const tree = async () => {
    const { nodes } = await slice.queries.execute(new CompositionQuery(await slice.read(), { portfolioId }));
    return nodes;
  };

  it('adds a node once and answers with its id, however often it is sent', async () => {
    const [first, ...others] = await Promise.all([
      send('k', 'Roads'),
      send('k', 'Roads'),
      send('k', 'Roads'),
    ]);
    expect(others).toEqual([first, first]);
    expect((await tree()).map(({ id }) => id)).toEqual([first && idOf(first)]);
    expect(await send('k', 'Rail')).toMatchObject({ refusal: { code: 'idempotency-key-reused' } });
    const stream = `docket-composition-${compositionIdOf(portfolioId)}`;
    const events = await slice.events(stream);
    expect(events.map(({ type, meta }) => [type, meta.portfolio])).toEqual([['NodeAdded', portfolioId]]);
    expect(events[0]?.meta.guards).toEqual([{ stream: `docket-portfolio-${portfolioId}`, revision: 0 }]);
  });

  it('is a tree at every moment, each place by name', async () => {
    const roads = await add('Roads');
    const bridges = await add('Bridges', roads);
    const rail = await add('Rail');
    const before = await slice.read();
    const data = { portfolioId, nodeId: bridges, parentId: rail };
    await slice.commands.execute(new MoveNodeCommand(requestOf('m', data), data));
    const name = { portfolioId, nodeId: rail, name: 'A railway' };
    await slice.commands.execute(new RenameNodeCommand(requestOf('r', name), name));
    const gone = { portfolioId, nodeId: roads, reason: 'Merged.' };
    await slice.commands.execute(new CloseNodeCommand(requestOf('c', gone), gone));
    const node = (id: string, called: string, nodes: readonly object[] = []) => {
      return { id, kind: 'sub-portfolio', name: called, lead: null, nodes };
    };
    expect(await tree()).toEqual([node(rail, 'A railway', [node(bridges, 'Bridges')])]);
    expect(await slice.queries.execute(new CompositionQuery(before, { portfolioId }))).toEqual({
      portfolioId,
      nodes: [node(rail, 'Rail'), node(roads, 'Roads', [node(bridges, 'Bridges')])],
    });
  });

  it('has no circle, though two moves race that would make one together', async () => {
    const [a, b] = [await add('A'), await add('B')];
    const moves = [
      { portfolioId, nodeId: a, parentId: b },
      { portfolioId, nodeId: b, parentId: a },
    ];
    const answers = await Promise.all(
      moves.map((data) => slice.commands.execute(new MoveNodeCommand(requestOf(data.nodeId, data), data))),
    );
    const codes = answers.map((one) => (one.outcome === 'refused' ? one.refusal.code : one.outcome));
    expect(codes.sort()).toEqual(['accepted', 'circle-of-portfolios']);
    expect((await tree()).length).toBe(1);
  });

  it('needs a portfolio', async () => {
    const nowhere = compositionIdOf('nowhere');
    const data = { portfolioId: nowhere, kind: 'programme', name: 'X', parentId: nowhere } as const;
    expect(await slice.commands.execute(new AddNodeCommand(requestOf('n', data), data))).toMatchObject({
      refusal: { code: 'portfolio-unknown' },
    });
  });
});

describe('the first node of a portfolio with imported history', () => {
  it('settles its dates, as every live event does', async () => {
    const slice = await openCity();
    const portfolioId = await openPortfolio(slice, '2014-07-01T00:00:00.000Z');
    const settled = async () =>
      (await slice.queries.execute(new FindPortfolioQuery(await slice.read(), portfolioId)))?.settled;
    expect(await settled()).toBe(false);
    const data = { portfolioId, kind: 'programme', name: 'Bridges', parentId: portfolioId } as const;
    await slice.commands.execute(new AddNodeCommand(requestOf('n', data), data));
    expect(await settled()).toBe(true);
    await slice.close();
  });
});
