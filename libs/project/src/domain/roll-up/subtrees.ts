import { byCodeUnits } from '@docket/kernel';

/** A node of a tree, as far as its order and what stands in it ask. */
export type TreeNode = Readonly<{
  id: string;
  name: string;
  /** The node it stands in; null: the portfolio itself. */
  parent: string | null;
  status: 'open' | 'closed';
}>;

/** A node with what stands directly in it, and with all that stands anywhere below, that included. */
export type Subtree<Node, Item> = Readonly<{ node: Node; direct: readonly Item[]; all: readonly Item[] }>;

const byNameThenId = (a: TreeNode, b: TreeNode): number =>
  byCodeUnits(a.name, b.name) || byCodeUnits(a.id, b.id);

/**
 * Every node with what stands in it: each before those in it, those of one place by name, then id. A closed node is told
 * only where something stands in it. @throws where something stands in a node that is not there
 */
export const subtreesOf = <Node extends TreeNode, Item extends Readonly<{ node: string | null }>>(
  nodes: readonly Node[],
  items: readonly Item[],
): readonly Subtree<Node, Item>[] => {
  const known = new Set(nodes.map(({ id }) => id));
  const lost = items.find(({ node }) => node !== null && !known.has(node));
  if (lost) throw new Error(`A project stands in node ${lost.node}, which is not there.`);
  const placed = Map.groupBy(items, ({ node }) => node);
  const children = Map.groupBy(nodes, ({ parent }) => parent);
  const within = (parent: string | null): readonly Subtree<Node, Item>[] =>
    (children.get(parent) ?? []).toSorted(byNameThenId).flatMap((node) => {
      const below = within(node.id);
      const direct = placed.get(node.id) ?? [];
      const inner = below.filter((one) => one.node.parent === node.id).flatMap(({ all }) => all);
      const all = [...direct, ...inner];
      return node.status === 'closed' && all.length === 0 ? below : [{ node, direct, all }, ...below];
    });
  return within(null);
};
