import { specFor } from '@docket/kernel/testing';
import { decider } from './composition.decider';
import type { CompositionEvent, NodeClosed } from './composition.events';
import { add, added, close, move, portfolio, portfolioId, rename } from './composition.scenes';

const { given } = specFor(decider);
const roads = added('Roads');
const bridges = added('Bridges', 'roads', 'programme');
const piers = added('Piers', 'bridges', 'programme');
const closed = (nodeId: string): NodeClosed => ({
  type: 'NodeClosed',
  data: { portfolioId, nodeId, reason: 'Merged.' },
});
const message = (history: readonly CompositionEvent[], command: Parameters<typeof decider.decide>[0]) => {
  const at = '2026-03-02T09:00:00.000Z';
  const verdict = decider.decide(command, history.reduce(decider.evolve, decider.initialState()), {
    actor: 'ada',
    reach: 'anything',
    at,
    now: at,
    origin: 'live',
  });
  return verdict.outcome === 'refused' ? verdict.refusal.message : 'accepted';
};

describe('adding a sub-portfolio or a programme', () => {
  it('puts it into the portfolio itself', () => given().when(add('Roads')).then(roads));

  it('puts it into another node, with its lead', () =>
    given(roads)
      .when(add('Bridges', 'roads', { kind: 'programme', lead: 'p-sam' }))
      .then({ type: 'NodeAdded', data: { ...bridges.data, lead: 'p-sam' } }));

  it('keeps the name without surplus space', () =>
    given()
      .when(add('  Roads \n north ', portfolioId, { nodeId: 'north' }))
      .then({ type: 'NodeAdded', data: { ...roads.data, nodeId: 'north', name: 'Roads north' } }));

  it('refuses a blank name', () => given().when(add('  ')).thenRefused('name-blank'));

  it('refuses a name that stands in the same place, in any capitals', () =>
    given(roads)
      .when(add(' ROADS ', portfolioId, { nodeId: 'more' }))
      .thenRefused('node-name-taken'));

  it('takes the name again in another place, or once it is free', () => {
    given(roads)
      .when(add('Roads', 'roads', { nodeId: 'r2' }))
      .then({ type: 'NodeAdded', data: { ...roads.data, nodeId: 'r2', parent: 'roads' } });
    given(roads, closed('roads'))
      .when(add('Roads', portfolioId, { nodeId: 'r2' }))
      .then({ type: 'NodeAdded', data: { ...roads.data, nodeId: 'r2' } });
  });

  it('needs an open node to stand in', () => {
    given().when(add('Bridges', 'roads')).thenRefused('node-unknown');
    given(roads, closed('roads')).when(add('Bridges', 'roads')).thenRefused('node-closed');
  });

  it('happens once for an id', () => given(roads).when(add('Roads')).thenRefused('node-already-added'));
});

describe('renaming a node', () => {
  it('gives it another name', () =>
    given(roads)
      .when(rename('roads', ' Highways '))
      .then({ type: 'NodeRenamed', data: { portfolioId, nodeId: 'roads', name: 'Highways' } }));

  it('may change its capitals', () =>
    given(roads)
      .when(rename('roads', 'ROADS'))
      .then({ type: 'NodeRenamed', data: { portfolioId, nodeId: 'roads', name: 'ROADS' } }));

  it('says nothing where the name is the same', () =>
    given(roads).when(rename('roads', 'Roads')).thenNothing());

  it('refuses the name of a neighbour', () =>
    given(roads, added('Rail')).when(rename('roads', 'rail')).thenRefused('node-name-taken'));

  it('is over once it is closed', () =>
    given(roads, closed('roads')).when(rename('roads', 'Rail')).thenRefused('node-closed'));

  it('needs a node', () => given().when(rename('roads', 'Rail')).thenRefused('node-unknown'));
});

describe('moving a node', () => {
  const moved = (nodeId: string, parent: string | null): CompositionEvent => ({
    type: 'NodeMoved',
    data: { portfolioId, nodeId, parent },
  });

  it('puts it into another node, with all that is below it', () =>
    given(roads, bridges, piers, added('Rail')).when(move('bridges', 'rail')).then(moved('bridges', 'rail')));

  it('puts it back into the portfolio itself', () =>
    given(roads, bridges).when(move('bridges')).then(moved('bridges', null)));

  it('says nothing where it stands there already', () =>
    given(roads, bridges).when(move('bridges', 'roads')).thenNothing());

  it('refuses a circle, and names the path', () => {
    given(roads, bridges, piers).when(move('roads', 'piers')).thenRefused('circle-of-portfolios');
    expect(message([roads, bridges, piers], move('roads', 'piers'))).toBe(
      '"Roads" would stand in itself: "Roads" in "Piers" in "Bridges" in "Roads". Move it to a place outside of it.',
    );
  });

  it('refuses to put it into itself', () =>
    given(roads).when(move('roads', 'roads')).thenRefused('circle-of-portfolios'));

  it('refuses a place with a node of its name', () => {
    const other: CompositionEvent = { ...bridges, data: { ...bridges.data, nodeId: 'b2', parent: null } };
    given(roads, bridges, other).when(move('bridges')).thenRefused('node-name-taken');
  });

  it('needs an open node, and an open place', () => {
    given(roads).when(move('bridges', 'roads')).thenRefused('node-unknown');
    given(roads).when(move('roads', 'rail')).thenRefused('node-unknown');
    given(roads, closed('roads')).when(move('roads')).thenRefused('node-closed');
    given(roads, added('Rail'), closed('rail')).when(move('roads', 'rail')).thenRefused('node-closed');
  });
});

describe('closing a node', () => {
  it('ends it, with the reason', () => given(roads).when(close('roads')).then(closed('roads')));
  it('says nothing the second time', () =>
    given(roads, closed('roads')).when(close('roads', 'Again.')).thenNothing());
  it('refuses while something stands in it', () =>
    given(roads, bridges).when(close('roads')).thenRefused('node-not-empty'));
  it('goes on once what stood in it is closed', () =>
    given(roads, bridges, closed('bridges')).when(close('roads')).then(closed('roads')));
  it('needs a reason', () => given(roads).when(close('roads', ' ')).thenRefused('reason-blank'));
  it('needs a node', () => given().when(close('roads')).thenRefused('node-unknown'));
});

describe('a composition', () => {
  it('needs a portfolio', () =>
    given()
      .when({ ...add('Roads'), data: { ...add('Roads').data, portfolio: { status: 'absent' } } })
      .thenRefused('portfolio-unknown'));

  it.each([
    ['settled', portfolio, 'history-settled'],
    [
      'open and further on',
      { ...portfolio, history: 'open', reachedAt: '2015-07-01T00:00:00.000Z' },
      'history-out-of-order',
    ],
  ] as const)('takes no imported history where that is %s', (_, facts, code) =>
    given()
      .when(
        { ...add('Roads'), data: { ...add('Roads').data, portfolio: facts } },
        { origin: 'import', at: '2014-07-01T00:00:00.000Z' },
      )
      .thenRefused(code),
  );
});
