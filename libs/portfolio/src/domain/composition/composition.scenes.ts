import { portfolioIdOf } from '../portfolio';
import type { OpenedPortfolio } from '../portfolio';
import type { AddNode, CloseNode, MoveNode, RenameNode } from './composition.commands';
import type { NodeAdded, NodeKind } from './composition.events';

/** The portfolio of the specs, as gathered; its dates are settled. */
export const portfolioId = portfolioIdOf('City infrastructure');
export const portfolio: OpenedPortfolio = {
  status: 'open',
  portfolioId,
  name: 'City infrastructure',
  currency: 'GBP',
  timeZone: 'Europe/London',
  history: 'settled',
  reached: [],
};

const within = { portfolioId, portfolio };

/** A node is called by its name in lower case: "Roads" is `roads`. */
export const idOf = (name: string): string => name.trim().toLowerCase();

export const added = (
  name: string,
  parent: string | null = null,
  kind: NodeKind = 'sub-portfolio',
): NodeAdded => ({
  type: 'NodeAdded',
  data: { portfolioId, nodeId: idOf(name), kind, name, parent },
});
export const add = (
  name: string,
  parentId = portfolioId,
  rest: Readonly<{ kind?: NodeKind; lead?: string; nodeId?: string }> = {},
): AddNode => ({
  type: 'AddNode',
  data: { ...within, nodeId: idOf(name), kind: 'sub-portfolio', name, parentId, ...rest },
});
export const rename = (nodeId: string, name: string): RenameNode => ({
  type: 'RenameNode',
  data: { ...within, nodeId, name },
});
export const move = (nodeId: string, parentId = portfolioId): MoveNode => ({
  type: 'MoveNode',
  data: { ...within, nodeId, parentId },
});
export const close = (nodeId: string, reason = 'Merged.'): CloseNode => ({
  type: 'CloseNode',
  data: { ...within, nodeId, reason },
});
