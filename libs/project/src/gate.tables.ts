import { defineTable, type Instant } from '@docket/kernel';
import type { ComponentKind, Gate, GateCriterion } from './domain/gate-set';
import type { CriterionFinding } from './domain/project';

export type GateSetRow = Readonly<{
  kind: ComponentKind;
  version: number;
  gates: readonly Gate[];
  published_at: Instant;
  published_by: string;
}>;

/** One row per published version, by `gateSetKey`; scope: its portfolio. */
export const gateSetTable = defineTable<GateSetRow>('gate_set', {
  kind: 'text',
  version: 'integer',
  gates: 'json',
  published_at: 'text',
  published_by: 'text',
});

export const gateSetKey = (portfolioId: string, kind: ComponentKind, version: number): string =>
  `${portfolioId}/${kind}/${version}`;

/** What somebody gave to show that a criterion is met. */
export type GateEvidenceInRow = Readonly<{ by: string; at: Instant; what: string; reference: string | null }>;
/** How a criterion was last judged. */
export type JudgementOfCriterion = Readonly<{
  finding: CriterionFinding;
  by: string;
  at: Instant;
  reason: string;
}>;
/** A criterion of the gate a component stands at; evidence from the first to the last, `sinceJudged` of which no judgement has seen. */
export type CriterionInRow = GateCriterion &
  Readonly<{
    evidence: readonly GateEvidenceInRow[];
    judgement: JudgementOfCriterion | null;
    sinceJudged: number;
  }>;

/** The gate a component stands at, since when, who brought it there and why. */
export type StandingInRow = Readonly<{
  gateId: string;
  name: string;
  version: number;
  since: Instant;
  by: string;
  reason: string;
  criteria: readonly CriterionInRow[];
}>;

/** A gate that counts as passed, and the decision that let the component through. */
export type PassedInRow = Readonly<{
  gateId: string;
  name: string;
  version: number;
  motionId: string;
  bodyId: string;
  outcome: 'go' | 'conditional-go';
  unmet: readonly string[];
  at: Instant;
}>;

/** `revision` is that of the last event in the stream of the component that changed anything of this. */
export type GateStandingRow = Readonly<{
  revision: number;
  standing: StandingInRow | null;
  passed: readonly PassedInRow[];
}>;

/** One row per component that ever stood at a gate, by its id; scope: its portfolio. */
export const gateStandingTable = defineTable<GateStandingRow>('gate_standing', {
  revision: 'integer',
  standing: 'json',
  passed: 'json',
});
