import type {
  ClosureContent,
  CriterionFinding,
  GateCriterionJudged,
  GatePassed,
  GateReached,
  GateSetState,
} from '..';
import type { GateCriterion } from '../domain/gate-set';
import { bodyId, projectId } from './project.scenes';

export const funding: GateCriterion = {
  id: 'funding',
  wording: 'The treasury has agreed to fund it.',
  meet: 'must',
  needsEvidence: true,
};
export const sponsored: GateCriterion = {
  id: 'sponsored',
  wording: 'Somebody sponsors it.',
  meet: 'must',
  needsEvidence: false,
};
export const options: GateCriterion = {
  id: 'options',
  wording: 'Three options were compared.',
  meet: 'should',
  needsEvidence: false,
};

/** Three gates, the second of which asks three things. */
export const gates = [
  { id: 'idea', name: 'Gate 1: idea', criteria: [{ ...sponsored, id: 'idea-sponsored' }] },
  { id: 'case', name: 'Gate 2: business case', criteria: [funding, sponsored, options] },
  { id: 'delivery', name: 'Gate 3: delivery', criteria: [{ ...options, id: 'tested' }] },
] as const;

export const published: GateSetState = { portfolioId: 'p', version: 1, gates };

/** The project comes to the gate of that id, by version 1. */
export const reached = (
  gateId: (typeof gates)[number]['id'],
  takesBack: readonly string[] = [],
): GateReached => {
  const [gate] = gates.filter(({ id }) => id === gateId);
  const { name = '', criteria = [] } = gate ?? {};
  return {
    type: 'GateReached',
    data: { projectId, gateId, name, version: 1, criteria, takesBack, reason: 'It is ready.' },
  };
};

/** A criterion of the second gate is judged. */
export const judged = (
  criterionId: string,
  finding: CriterionFinding,
  personId = 'dina',
): GateCriterionJudged => ({
  type: 'GateCriterionJudged',
  data: { projectId, gateId: 'case', criterionId, finding, reason: 'Read it.', personId },
});

/** Motion `m1` has let the project through the gate of that id. */
export const passed = (
  gateId: (typeof gates)[number]['id'],
  outcome: GatePassed['data']['outcome'] = 'go',
  unmet: readonly string[] = [],
): GatePassed => {
  const { name } = reached(gateId).data;
  return {
    type: 'GatePassed',
    data: { projectId, gateId, name, version: 1, motionId: 'm1', bodyId, outcome, unmet },
  };
};

/** What is left to say of work that has ended. */
export const closure = {
  finalCost: { amount: '47900000', currency: 'GBP' },
  start: '2025-09-01',
  finish: '2026-02-28',
  lessons: 'Ask the courts before the architects.',
  benefitOwner: 'grace',
} satisfies ClosureContent;
