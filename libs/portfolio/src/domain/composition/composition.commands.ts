import type { Command } from '@docket/kernel';
import type { InPortfolioRefusal } from '../portfolio/history.policy';
import type { PortfolioState } from '../portfolio/portfolio.decider';
import type { NodeKind } from './composition.events';

type OnComposition<Type extends string, Data extends object> = Command<
  Type,
  { portfolioId: string; portfolio: PortfolioState; nodeId: string } & Data
>;

/** `parentId` is the node it is to stand in, or the portfolio itself; `lead` the id of a person. */
export type AddNode = OnComposition<
  'AddNode',
  { kind: NodeKind; name: string; parentId: string; lead?: string }
>;
export type RenameNode = OnComposition<'RenameNode', { name: string }>;
/** `parentId` as in `AddNode`. */
export type MoveNode = OnComposition<'MoveNode', { parentId: string }>;
export type CloseNode = OnComposition<'CloseNode', { reason: string }>;

export type CompositionCommand = AddNode | RenameNode | MoveNode | CloseNode;

/** Why a command on the composition of a portfolio is not carried out. */
export type CompositionRefusal =
  | InPortfolioRefusal
  | 'name-blank'
  | 'reason-blank'
  | 'node-unknown'
  | 'node-already-added'
  | 'node-name-taken'
  | 'node-closed'
  | 'node-not-empty'
  | 'circle-of-portfolios'
  | 'too-many-levels';
