import {
  accept,
  firstRefusal,
  refuse,
  tidyName,
  unreachable,
  type Decider,
  type DecisionContext,
  type Refused,
  type Verdict,
} from '@docket/kernel';
import { historyPolicies } from '../portfolio/history.policy';
import type {
  AddNode,
  CloseNode,
  CompositionCommand,
  CompositionRefusal,
  MoveNode,
  RenameNode,
} from './composition.commands';
import type { CompositionEvent } from './composition.events';
import { placingPolicies } from './composition.policy';
import {
  evolve,
  initialState,
  openBelow,
  type CompositionNode,
  type CompositionState,
} from './composition.state';

type Decided = Verdict<CompositionEvent, CompositionRefusal>;

/** The portfolio itself as a parent is written as null. */
const parentIn = ({ portfolioId, parentId }: Readonly<{ portfolioId: string; parentId: string }>) =>
  parentId === portfolioId ? null : parentId;

const addNode = ({ data }: AddNode, state: CompositionState): Decided => {
  const { portfolioId, nodeId, kind, lead } = data;
  if (state.nodes.has(nodeId))
    return refuse('node-already-added', 'This node was added before. Add another one under a new id.');
  const [name, parent] = [tidyName(data.name), parentIn(data)];
  return (
    firstRefusal(placingPolicies, { state, nodeId, name, parent }) ??
    accept({
      type: 'NodeAdded',
      data: { portfolioId, nodeId, kind, name, parent, ...(lead === undefined ? {} : { lead }) },
    })
  );
};

const renameNode = ({ data }: RenameNode, node: CompositionNode, state: CompositionState): Decided => {
  const { portfolioId, nodeId } = data;
  const name = tidyName(data.name);
  if (node.status === 'closed') return closed(node, 'renamed');
  if (name === node.name) return accept();
  return (
    firstRefusal(placingPolicies, { state, nodeId, name, parent: node.parent }) ??
    accept({ type: 'NodeRenamed', data: { portfolioId, nodeId, name } })
  );
};

const moveNode = ({ data }: MoveNode, node: CompositionNode, state: CompositionState): Decided => {
  const { portfolioId, nodeId } = data;
  const parent = parentIn(data);
  if (node.status === 'closed') return closed(node, 'moved');
  if (parent === node.parent) return accept();
  return (
    firstRefusal(placingPolicies, { state, nodeId, name: node.name, parent }) ??
    accept({ type: 'NodeMoved', data: { portfolioId, nodeId, parent } })
  );
};

const closeNode = ({ data }: CloseNode, node: CompositionNode, state: CompositionState): Decided => {
  const { portfolioId, nodeId, reason } = data;
  if (node.status === 'closed') return accept();
  if (reason.trim() === '') return refuse('reason-blank', 'Say why it is closed: others will ask.');
  const [below] = openBelow(state, nodeId);
  if (below)
    return refuse(
      'node-not-empty',
      `"${below.name}" stands in "${node.name}". Move or close what stands in it first.`,
    );
  return accept({ type: 'NodeClosed', data: { portfolioId, nodeId, reason } });
};

const closed = ({ name }: CompositionNode, what: 'renamed' | 'moved'): Refused<'node-closed'> =>
  refuse('node-closed', `"${name}" is closed: it can no longer be ${what}. Add a new node instead.`);

const onNode = (command: Exclude<CompositionCommand, AddNode>, state: CompositionState): Decided => {
  const node = state.nodes.get(command.data.nodeId);
  if (!node)
    return refuse(
      'node-unknown',
      `This portfolio has no node ${command.data.nodeId}. Its composition lists them.`,
    );
  switch (command.type) {
    case 'RenameNode':
      return renameNode(command, node, state);
    case 'MoveNode':
      return moveNode(command, node, state);
    case 'CloseNode':
      return closeNode(command, node, state);
    default:
      return unreachable(command);
  }
};

const decide = (command: CompositionCommand, state: CompositionState, context: DecisionContext): Decided => {
  const { portfolio } = command.data;
  const refused = firstRefusal(historyPolicies, { portfolio, context });
  if (refused) return refused;
  return command.type === 'AddNode' ? addNode(command, state) : onNode(command, state);
};

/** The rules of the tree of sub-portfolios and programmes of one portfolio: it has no circles, and a place has each name once. */
export const decider: Decider<CompositionState, CompositionCommand, CompositionEvent, CompositionRefusal> = {
  initialState,
  evolve,
  decide,
};
