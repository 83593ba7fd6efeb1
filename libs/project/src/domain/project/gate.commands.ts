import type { GateSetState } from '../gate-set/gate-set.state';
import type { CriterionFinding } from './gate.events';
import type { OnProject } from './on-project';

/** `gates` are those of projects in its portfolio, as published by now. */
export type ReachGate = OnProject<'ReachGate', { gateId: string; reason: string; gates: GateSetState }>;
export type GiveGateEvidence = OnProject<
  'GiveGateEvidence',
  { gateId: string; criterionId: string; what: string; reference?: string }
>;
export type JudgeGateCriterion = OnProject<
  'JudgeGateCriterion',
  { gateId: string; criterionId: string; finding: CriterionFinding; reason: string }
>;

export type GateCommand = ReachGate | GiveGateEvidence | JudgeGateCriterion;

/** Why a component does not come to a gate, or nothing is said of what the gate asks. */
export type GateRefusal =
  | 'gate-unknown'
  | 'gate-out-of-order'
  | 'not-at-this-gate'
  | 'criterion-unknown'
  | 'evidence-missing'
  | 'evidence-not-given'
  | 'own-evidence';
