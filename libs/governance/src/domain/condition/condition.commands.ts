import type { Command } from '@docket/kernel';
import type { BodyState } from '../body';
import type { MatterFacts, MotionState, Outcome } from '../motion';

/** The body that decided and the project, as they stand now. */
type Gathered = Readonly<{ body: BodyState; project: MatterFacts | undefined }>;

/** Sent by the follow-up of the decision; `motion` as its stream has it. */
export type SetCondition = Command<
  'SetCondition',
  { conditionId: string; index: number; motion: MotionState }
>;
export type GiveEvidence = Command<'GiveEvidence', { evidence: string }>;
export type ConfirmCondition = Command<'ConfirmCondition', Gathered & { finding: string }>;
export type WaiveCondition = Command<'WaiveCondition', Gathered & { reason: string }>;
/** Sent by the follow-up of a decision to waive it. */
export type WaiveByDecision = Command<'WaiveByDecision', { motionId: string; bodyId: string }>;
/** Sent by the follow-up of the decision that ended the work, of the motion `by`. */
export type ReleaseCondition = Command<'ReleaseCondition', { by: string; outcome: Outcome }>;
/** Sent by its clock. */
export type LapseCondition = Command<'LapseCondition', object>;

export type ConditionCommand =
  | SetCondition
  | GiveEvidence
  | ConfirmCondition
  | WaiveCondition
  | WaiveByDecision
  | ReleaseCondition
  | LapseCondition;

export type ConditionRefusal =
  | 'condition-unknown'
  | 'condition-not-decided'
  | 'condition-not-open'
  | 'condition-over'
  | 'condition-still-running'
  | 'evidence-missing'
  | 'evidence-not-given'
  | 'finding-missing'
  | 'reason-missing'
  | 'not-the-owner'
  | 'not-yours-to-confirm'
  | 'own-condition'
  | 'own-evidence'
  | 'not-chair-or-secretary'
  | 'recused';
