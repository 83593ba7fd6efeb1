import { unreachable } from '@docket/kernel';
import type { CompositionEvent, NodeAdded, NodeKind } from './composition.events';

/** A sub-portfolio or a programme. A closed one keeps its place, so that what once stood in it can be named. */
export type CompositionNode = Readonly<{
  nodeId: string;
  kind: NodeKind;
  name: string;
  /** The node it stands in; null: the portfolio itself. */
  parent: string | null;
  lead?: string;
  status: 'open' | 'closed';
}>;

/** The nodes of one portfolio, closed ones included; without a portfolio while there was none. */
export type CompositionState = Readonly<{
  portfolioId?: string;
  nodes: ReadonlyMap<string, CompositionNode>;
}>;

export const initialState = (): CompositionState => ({ nodes: new Map() });

const added = (state: CompositionState, { data }: NodeAdded): CompositionState => {
  const { portfolioId, ...node } = data;
  const nodes = new Map(state.nodes).set(node.nodeId, { ...node, status: 'open' });
  return { portfolioId, nodes };
};

const changed = (
  state: CompositionState,
  nodeId: string,
  change: Partial<CompositionNode>,
): CompositionState => {
  const node = state.nodes.get(nodeId);
  return node ? { ...state, nodes: new Map(state.nodes).set(nodeId, { ...node, ...change }) } : state;
};

export const evolve = (state: CompositionState, event: CompositionEvent): CompositionState => {
  switch (event.type) {
    case 'NodeAdded':
      return added(state, event);
    case 'NodeRenamed':
      return changed(state, event.data.nodeId, { name: event.data.name });
    case 'NodeMoved':
      return changed(state, event.data.nodeId, { parent: event.data.parent });
    case 'NodeClosed':
      return changed(state, event.data.nodeId, { status: 'closed' });
    default:
      return unreachable(event);
  }
};

/** The node of that id, open or closed; `undefined` where the portfolio has none. */
export const nodeById = (state: CompositionState, nodeId: string): CompositionNode | undefined =>
  state.nodes.get(nodeId);

/** A node and all it stands in, innermost first; the portfolio itself is left out. */
export const pathToTop = (state: CompositionState, nodeId: string | null): readonly CompositionNode[] => {
  const path: CompositionNode[] = [];
  const met = new Set<CompositionNode>();
  for (let id = nodeId; id !== null;) {
    const node = state.nodes.get(id);
    if (!node || met.has(node)) return path;
    met.add(node);
    path.push(node);
    id = node.parent;
  }
  return path;
};

/** How many levels of open nodes a node and what stands in it take up: 1 where nothing does. */
export const levelsFrom = (state: CompositionState, nodeId: string): number => {
  const open = [...state.nodes.values()].filter(({ status }) => status === 'open');
  const children = Map.groupBy(open, ({ parent }) => parent);
  let levels = 0;
  for (let layer = [nodeId]; layer.length > 0 && levels <= state.nodes.size; levels += 1)
    layer = layer.flatMap((id) => (children.get(id) ?? []).map((node) => node.nodeId));
  return levels;
};

/** What stands directly in a node (null: in the portfolio itself) and is open. */
export const openBelow = (state: CompositionState, parent: string | null): readonly CompositionNode[] =>
  [...state.nodes.values()].filter((node) => node.parent === parent && node.status === 'open');
