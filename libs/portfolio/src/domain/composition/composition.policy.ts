import { nameKey, tidyName, type Policy } from '@docket/kernel';
import type { CompositionRefusal } from './composition.commands';
import {
  levelsFrom,
  openBelow,
  pathToTop,
  type CompositionNode,
  type CompositionState,
} from './composition.state';

/** A node as it would stand: to be added, renamed or moved. */
export type Placing = Readonly<{
  state: CompositionState;
  nodeId: string;
  name: string;
  parent: string | null;
}>;

type Found = ReturnType<Policy<Placing, CompositionRefusal>>;

const nodeHasAName = ({ name }: Placing): Found =>
  tidyName(name) === ''
    ? { code: 'name-blank', message: 'A sub-portfolio or programme needs a name people can call it by.' }
    : undefined;

const parentIsOpen = ({ state, parent }: Placing): Found => {
  if (parent === null) return undefined;
  const node = state.nodes.get(parent);
  if (!node)
    return {
      code: 'node-unknown',
      message: `This portfolio has no node ${parent} to stand in. Give the id of one of its nodes, or of the portfolio itself.`,
    };
  return node.status === 'open'
    ? undefined
    : {
        code: 'node-closed',
        message: `"${node.name}" is closed: nothing can be put there. Choose an open node.`,
      };
};

const inWords = (path: readonly CompositionNode[]): string =>
  path.map(({ name }) => `"${name}"`).join(' in ');

/** From the new place upwards the node itself must not be met. */
const noCircle = ({ state, nodeId, parent }: Placing): Found => {
  const path = pathToTop(state, parent);
  const met = path.findIndex((node) => node.nodeId === nodeId);
  const own = path[met];
  return (
    own && {
      code: 'circle-of-portfolios',
      message: `"${own.name}" would stand in itself: ${inWords([own, ...path.slice(0, met + 1)])}. Move it to a place outside of it.`,
    }
  );
};

/**
 * Into how many levels a portfolio is divided at most. Organisations draw five or six, from the department down to the work
 * package; twelve leaves room for twice as many, and a path through them can still be said in a sentence and shown nested.
 */
export const LEVELS = 12;

/** What lies deeper since before there was a limit may be renamed, and moved to where it lies no deeper. */
const fewEnoughLevels = ({ state, nodeId, name, parent }: Placing): Found => {
  const below = levelsFrom(state, nodeId) - 1;
  const reached = pathToTop(state, parent).length + 1 + below;
  const known = state.nodes.has(nodeId) ? pathToTop(state, nodeId).length + below : 0;
  if (reached <= Math.max(LEVELS, known)) return undefined;
  return {
    code: 'too-many-levels',
    message: `"${name}"${below > 0 ? ' with what stands in it' : ''} would reach down to level ${reached}: a portfolio has at most ${LEVELS}. Choose a place higher up.`,
  };
};

const nameIsFree = ({ state, nodeId, name, parent }: Placing): Found => {
  const other = openBelow(state, parent).find(
    (node) => node.nodeId !== nodeId && nameKey(node.name) === nameKey(name),
  );
  return (
    other && {
      code: 'node-name-taken',
      message: `There is a ${other.kind} named "${other.name}" in the same place already. Choose another name.`,
    }
  );
};

/** Where and under which name a node may stand; asked in this order. */
export const placingPolicies: readonly Policy<Placing, CompositionRefusal>[] = [
  nodeHasAName,
  parentIsOpen,
  noCircle,
  fewEnoughLevels,
  nameIsFree,
];
