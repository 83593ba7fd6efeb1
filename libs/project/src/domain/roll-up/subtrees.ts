import { byCodeUnits } from '@docket/kernel';

/** A node of a tree, as far as its order and what stands in it ask. */
export type TreeNode = Readonly<{
  id: string;
  name: string;
  /** The node it stands in; null: the portfolio itself. */
  parent: string | null;
  status: 'open' | 'closed';
}>;

/** How items become one sum: in any order and any grouping the same. */
export type Adding<Item, Sum> = Readonly<{
  none: Sum;
  of: (item: Item) => Sum;
  plus: (a: Sum, b: Sum) => Sum;
}>;

/** What stands in a place: how many items directly, how many with those in all nodes in it, and the sum of these. */
export type Held<Sum> = Readonly<{ direct: number; all: number; sum: Sum }>;

const byNameThenId = (a: TreeNode, b: TreeNode): number =>
  byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id);

/** What items in a place and in the nodes directly in it come to. */
export const heldBy = <Item, Sum>(
  { none, of, plus }: Adding<Item, Sum>,
  direct: readonly Item[],
  below: readonly Held<Sum>[] = [],
): Held<Sum> => ({
  direct: direct.length,
  all: below.reduce((all, one) => all + one.all, direct.length),
  sum: below.reduce((sum, one) => plus(sum, one.sum), direct.map(of).reduce(plus, none)),
});

/** Each node before those in it, those of one place by name, then id. No recursion: a tree may be as deep as somebody likes. */
const inOrder = <Node extends TreeNode>(
  children: ReadonlyMap<string | null, readonly Node[]>,
): readonly Node[] => {
  const lastFirst = (parent: string | null) => (children.get(parent) ?? []).toSorted(byNameThenId).reverse();
  const ordered: Node[] = [];
  const waiting = lastFirst(null);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    ordered.push(node);
    waiting.push(...lastFirst(node.id));
  }
  return ordered;
};

/**
 * Every node with what stands in it: each before those in it, those of one place by name, then id. A closed node is told
 * only where something stands in it. @throws where something stands in a node that is not there
 */
export const subtreesOf = <Node extends TreeNode, Item extends Readonly<{ node: string | null }>, Sum>(
  nodes: readonly Node[],
  items: readonly Item[],
  adding: Adding<Item, Sum>,
): readonly Readonly<{ node: Node; held: Held<Sum> }>[] => {
  const known = new Set(nodes.map(({ id }) => id));
  const lost = items.find(({ node }) => node !== null && !known.has(node));
  if (lost) throw new Error(`A project stands in node ${lost.node}, which is not there.`);
  const placed = Map.groupBy(items, ({ node }) => node);
  const children = Map.groupBy(nodes, ({ parent }) => parent);
  const told = new Map<string, Readonly<{ node: Node; held: Held<Sum> }>>();
  const ordered = inOrder(children);
  for (const node of ordered.toReversed()) {
    const below = (children.get(node.id) ?? []).flatMap(({ id }) => told.get(id)?.held ?? []);
    told.set(node.id, { node, held: heldBy(adding, placed.get(node.id) ?? [], below) });
  }
  return ordered
    .flatMap(({ id }) => told.get(id) ?? [])
    .filter(({ node, held }) => node.status === 'open' || held.all > 0);
};
