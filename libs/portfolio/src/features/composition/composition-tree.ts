import { byCodeUnits } from '@docket/kernel';
import type { CompositionNodeRow } from '../../composition.projection';
import { LEVELS, type NodeKind } from '../../domain/composition';

/** A sub-portfolio or programme as answers show it, with what stands in it. */
export type NodeView = Readonly<{
  id: string;
  kind: NodeKind;
  name: string;
  lead: string | null;
  /** Only in a tree that is older than the limit of its levels: on the last one all deeper nodes follow, with where they stand. */
  standsIn?: Readonly<{ id: string; name: string }>;
  nodes: readonly NodeView[];
}>;

/** A node by its id, open. */
export type Placed = Readonly<{ id: string; row: CompositionNodeRow }>;
type Children = ReadonlyMap<string | null, readonly Placed[]>;

const byNameThenId = (a: Placed, b: Placed): number =>
  byCodeUnits(a.row.name, b.row.name) || byCodeUnits(a.id, b.id);

const viewOf = ({ id, row: { kind, name, lead } }: Placed, nodes: readonly NodeView[]): NodeView => ({
  ...{ id, kind, name, lead, nodes },
});

/** All that stands in a place, however deep, each node before those in it. No recursion: an old tree may be of any depth. */
const flattened = (place: Placed, children: Children): readonly NodeView[] => {
  const found: NodeView[] = [];
  const lastFirst = (parent: Placed) =>
    (children.get(parent.id) ?? []).map((node) => ({ node, parent })).reverse();
  const waiting = lastFirst(place);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { id, row } = next.parent;
    found.push({ ...viewOf(next.node, []), standsIn: { id, name: row.name } });
    waiting.push(...lastFirst(next.node));
  }
  return found;
};

/** What stands directly in a place, nested down to the last level there may be. */
const below = (parent: string | null, level: number, children: Children): readonly NodeView[] =>
  (children.get(parent) ?? []).map((place) =>
    viewOf(place, level < LEVELS ? below(place.id, level + 1, children) : flattened(place, children)),
  );

/** The nodes of a portfolio as a tree, each place by name, then id. */
export const treeOf = (nodes: readonly Placed[]): readonly NodeView[] =>
  below(
    null,
    1,
    Map.groupBy(nodes.toSorted(byNameThenId), ({ row }) => row.parent),
  );
