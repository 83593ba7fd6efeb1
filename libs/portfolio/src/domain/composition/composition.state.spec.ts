import { Composition, compositionIdOf, nodeById, pathToTop } from '.';
import { added, portfolioId } from './composition.scenes';
import { evolve, initialState, openBelow } from './composition.state';

const roads = added('Roads');
const bridges = added('Bridges', 'roads', 'programme');
const state = [roads, bridges].reduce(evolve, initialState());
const names = (nodes: readonly { name: string }[]) => nodes.map(({ name }) => name);

describe('what others gather of a composition', () => {
  it('is a node by its id', () => {
    expect(nodeById(state, 'bridges')).toEqual({
      nodeId: 'bridges',
      kind: 'programme',
      name: 'Bridges',
      parent: 'roads',
      status: 'open',
    });
    expect(nodeById(state, 'rail')).toBeUndefined();
  });

  it('is a closed node, too: what once stood in it can be named', () => {
    const closed = evolve(state, {
      type: 'NodeClosed',
      data: { portfolioId, nodeId: 'bridges', reason: 'Merged.' },
    });
    expect(nodeById(closed, 'bridges')?.status).toBe('closed');
    expect(names(openBelow(closed, 'roads'))).toEqual([]);
  });

  it('is the path of a node to the portfolio, innermost first', () => {
    expect(names(pathToTop(state, 'bridges'))).toEqual(['Bridges', 'Roads']);
    expect(pathToTop(state, null)).toEqual([]);
    expect(pathToTop(state, 'rail')).toEqual([]);
  });

  it('has an end also where events lied and the path has none', () => {
    const circle = evolve(state, {
      type: 'NodeMoved',
      data: { portfolioId, nodeId: 'roads', parent: 'bridges' },
    });
    expect(names(pathToTop(circle, 'bridges'))).toEqual(['Bridges', 'Roads']);
  });

  it('stands on the timeline of its portfolio from its first node on', () => {
    expect(Composition.portfolioOf(initialState())).toBeUndefined();
    expect(Composition.portfolioOf(state)).toBe(portfolioId);
  });

  it('is one for a portfolio', () => {
    expect(compositionIdOf(portfolioId)).toBe(compositionIdOf(portfolioId));
    expect(compositionIdOf(portfolioId)).not.toBe(compositionIdOf('another'));
  });
});
