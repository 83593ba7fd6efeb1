import type { CompositionNodeRow } from '../../composition.projection';
import { treeOf, type NodeView, type Placed } from './composition-tree';

const row = (name: string, parent: string | null): CompositionNodeRow => ({
  ...{ kind: 'programme', name, parent, lead: null, status: 'open' },
});
const chain = (levels: number): readonly Placed[] =>
  Array.from({ length: levels }, (_, at) => {
    const parent = at === 0 ? null : `n${at}`;
    return { id: `n${at + 1}`, row: row(`Level ${at + 1}`, parent) };
  });
/** The nodes on the way down the first of each place. */
const firstWayDown = (nodes: readonly NodeView[]): readonly NodeView[] => {
  const way: NodeView[] = [];
  for (let at = nodes[0]; at; at = at.nodes[0]) way.push(at);
  return way;
};

describe('a composition as answers show it', () => {
  it('is nested down to the last level there may be', () => {
    const way = firstWayDown(treeOf(chain(12)));
    expect(way.map(({ name }) => name)).toEqual(chain(12).map(({ row: { name } }) => name));
    expect(way.filter(({ standsIn }) => standsIn !== undefined)).toEqual([]);
  });

  it('of an older, deeper tree has all that is deeper on the last level, with where it stands', () => {
    const last = firstWayDown(treeOf([...chain(14), { id: 'other', row: row('Aside', 'n13') }]))[11];
    const node = (id: string, name: string, standsIn: object) => {
      return { id, kind: 'programme', name, lead: null, nodes: [], standsIn };
    };
    expect(last?.nodes).toEqual([
      node('n13', 'Level 13', { id: 'n12', name: 'Level 12' }),
      node('other', 'Aside', { id: 'n13', name: 'Level 13' }),
      node('n14', 'Level 14', { id: 'n13', name: 'Level 13' }),
    ]);
  });

  it('can be written down, however deep a log has it', () => {
    const nodes = treeOf(chain(20_000));
    expect(() => JSON.stringify(nodes)).not.toThrow();
    expect(firstWayDown(nodes)[11]?.nodes).toHaveLength(20_000 - 12);
  });
});
