import type { Command, Day, DecimalText } from '@docket/kernel';
import type { InPortfolioRefusal } from '../portfolio/history.policy';
import type { PortfolioState } from '../portfolio/portfolio.decider';
import type { ObjectiveDefinition, ObjectiveWeight } from './strategy.events';

type OnStrategy<Type extends string, Data extends object> = Command<
  Type,
  { portfolioId: string; portfolio: PortfolioState } & Data
>;
type OnObjective<Type extends string, Data extends object = object> = OnStrategy<
  Type,
  { objectiveId: string } & Data
>;

export type AddObjective = OnObjective<'AddObjective', ObjectiveDefinition>;
/** States the whole objective anew; says why where measure, baseline or target change. */
export type ReviseObjective = OnObjective<'ReviseObjective', ObjectiveDefinition & { reason?: string }>;
export type RetireObjective = OnObjective<'RetireObjective', { reason: string }>;
/** Weighs all active objectives at once, each named once. */
export type WeighObjectives = OnStrategy<'WeighObjectives', { weights: readonly ObjectiveWeight[] }>;
/** What the measure stood at on a day. */
export type ReportActual = OnObjective<'ReportActual', { day: Day; value: DecimalText; note?: string }>;
/** What was reported for that day is replaced; the former value is kept. */
export type CorrectActual = OnObjective<'CorrectActual', { day: Day; value: DecimalText; reason: string }>;

export type StrategyCommand =
  AddObjective | ReviseObjective | RetireObjective | WeighObjectives | ReportActual | CorrectActual;

/** Why a command on the strategy of a portfolio is not carried out. */
export type StrategyRefusal =
  | InPortfolioRefusal
  | 'name-blank'
  | 'reason-blank'
  | 'day-malformed'
  | 'value-malformed'
  | 'measure-blank'
  | 'measure-fixed'
  | 'target-not-after-baseline'
  | 'target-against-direction'
  | 'baseline-after-actual'
  | 'objective-unknown'
  | 'objective-already-added'
  | 'objective-name-taken'
  | 'objective-retired'
  | 'objective-weighed-twice'
  | 'objective-not-weighed'
  | 'weight-not-positive'
  | 'weights-do-not-sum'
  | 'actual-unknown'
  | 'actual-before-baseline'
  | 'report-already-given'
  | 'report-out-of-order'
  | 'report-from-the-future';
