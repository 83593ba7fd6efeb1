import { isUuid, nameKey } from '@docket/kernel';
import { isTaken, notTaken, taken, type Cell } from './cell';

/** A node of a composition; only open ones are found by name. */
export type NamedNode = Readonly<{ nodeId: string; name: string; parent: string | null; isOpen: boolean }>;

/** How nodes are named in a scheme, and found by that. */
export type NodeNames = Readonly<{
  find: (text: string) => Cell<string>;
  /** A text by which `find` finds the node: its name, the path to it, or its id. */
  labelOf: (nodeId: string) => string;
}>;

/** Whether a spreadsheet would show a text as it is, and not calculate with it. */
const canBeShown = (text: string): boolean => !/^[=+\-@']/.test(text);

/** A body as a scheme writes it: by name, or by id where the name would mean something else. */
export const bodyLabel = (bodyId: string, name: string): string =>
  canBeShown(name) && !isUuid(name) && !/^(?:the )?portfolio$/i.test(name) ? name : bodyId;

const pathKey = (path: string): string => path.split('/').map(nameKey).join(' / ');

const pathsOf = (nodes: readonly NamedNode[]): ReadonlyMap<string, string> => {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const pathTo = (node: NamedNode, met: ReadonlySet<string> = new Set()): string => {
    const above = node.parent === null || met.has(node.parent) ? undefined : byId.get(node.parent);
    return above ? `${pathTo(above, new Set([...met, above.nodeId]))} / ${node.name}` : node.name;
  };
  return new Map(nodes.map((node) => [node.nodeId, pathTo(node)]));
};

/** The names of the nodes of a composition. */
export const namesOfNodes = (nodes: readonly NamedNode[]): NodeNames => {
  const open = nodes.filter(({ isOpen }) => isOpen);
  const paths = pathsOf(open);
  const byName = Map.groupBy(open, ({ name }) => nameKey(name));
  const byPath = Map.groupBy(open, ({ nodeId }) => pathKey(paths.get(nodeId) ?? ''));
  const find = (text: string): Cell<string> => {
    if (isUuid(text)) return taken(text);
    const found = byName.get(nameKey(text)) ?? byPath.get(pathKey(text)) ?? [];
    const [only, another] = found;
    if (!only)
      return notTaken(
        `The portfolio has no open node "${text}". Its composition lists them; leave the cell empty for the whole portfolio.`,
      );
    if (!another) return taken(only.nodeId);
    const where = found.map(({ nodeId }) => `"${paths.get(nodeId)}"`).join(', ');
    return notTaken(`Several nodes have this name. Write the path to the one: ${where}.`);
  };
  const labelOf = (nodeId: string): string => {
    const node = open.find((one) => one.nodeId === nodeId);
    const labels = node ? [node.name, paths.get(nodeId) ?? ''] : [];
    const leads = (label: string): boolean => {
      const found = find(label);
      return (
        canBeShown(label) &&
        !label.includes(';') &&
        !/^(?:all|every|any)$/i.test(label) &&
        isTaken(found) &&
        found.value === nodeId
      );
    };
    return labels.find(leads) ?? nodeId;
  };
  return { find, labelOf };
};
