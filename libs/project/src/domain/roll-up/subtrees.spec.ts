import { subtreesOf, type Adding, type TreeNode } from './subtrees';

const node = (id: string, parent: string | null, rest: Partial<TreeNode> = {}): TreeNode => ({
  id,
  name: id,
  parent,
  status: 'open',
  ...rest,
});
const closed = { status: 'closed' } as const;
const counting: Adding<unknown, number> = { none: 0, of: () => 1, plus: (a, b) => a + b };
const told = (nodes: readonly TreeNode[], items: readonly Readonly<{ node: string | null }>[] = []) =>
  subtreesOf(nodes, items, counting).map(({ node: { id }, held: { direct, all, sum } }) => {
    expect(sum).toBe(all);
    return [id, direct, all];
  });

describe('nodes with what stands in them', () => {
  it('come each before those in it, those of one place by name, then id', () =>
    expect(
      told([
        node('z', 'a'),
        node('b', null),
        node('2', 'a', { name: 'y' }),
        node('1', 'a', { name: 'y' }),
        node('a', null),
      ]),
    ).toEqual([
      ['a', 0, 0],
      ['1', 0, 0],
      ['2', 0, 0],
      ['z', 0, 0],
      ['b', 0, 0],
    ]));

  it('hold what stands directly in them, and in all nodes in them', () =>
    expect(
      told(
        [node('roads', null), node('bridges', 'roads'), node('piers', 'bridges')],
        [{ node: 'roads' }, { node: 'piers' }, { node: 'piers' }, { node: null }],
      ),
    ).toEqual([
      ['roads', 1, 3],
      ['bridges', 0, 2],
      ['piers', 2, 2],
    ]));

  it('are told though closed while something stands in them, and no longer', () => {
    const nodes = [node('roads', null, closed), node('bridges', 'roads', closed)];
    expect(told(nodes, [{ node: 'bridges' }])).toEqual([
      ['roads', 0, 1],
      ['bridges', 1, 1],
    ]);
    expect(told(nodes)).toEqual([]);
  });

  it('stand in each other as deep as somebody likes', () => {
    const chain = Array.from({ length: 5_000 }, (_, at) => node(`n${at}`, at === 0 ? null : `n${at - 1}`));
    const deep = told(chain, [{ node: 'n4999' }]);
    expect([deep.length, deep.at(0), deep.at(-1)]).toEqual([5_000, ['n0', 0, 1], ['n4999', 1, 1]]);
  });

  it('have to be there', () =>
    expect(() => told([node('roads', null)], [{ node: 'rail' }])).toThrow('rail, which is not there'));
});
