import type { ProjectEvent } from '../domain/project';

/** One event of each kind that a gate and the end of a project bring. */
export const gateExamples = ({
  projectId,
  motionId,
}: Readonly<{ projectId: string; motionId: string }>): readonly ProjectEvent[] => [
  {
    type: 'GateReached',
    data: {
      ...{ projectId, gateId: 'business-case', name: 'Gate 2: business case', version: 3 },
      criteria: [
        { id: 'funding', wording: 'The treasury has agreed to fund it.', meet: 'must', needsEvidence: true },
        { id: 'options', wording: 'Three options were compared.', meet: 'should', needsEvidence: false },
      ],
      takesBack: ['delivery'],
      reason: 'The law changed: it is asked again.',
    },
  },
  {
    type: 'GateEvidenceGiven',
    data: {
      ...{ projectId, gateId: 'business-case', criterionId: 'funding', personId: 'linus' },
      what: 'The letter of the treasury of 3 March.',
      reference: 'Record 2026/118',
    },
  },
  {
    type: 'GateCriterionJudged',
    data: {
      ...{ projectId, gateId: 'business-case', criterionId: 'funding', personId: 'dina' },
      finding: 'met',
      reason: 'Read; it covers the whole cost.',
    },
  },
  {
    type: 'GatePassed',
    data: {
      ...{ projectId, gateId: 'business-case', name: 'Gate 2: business case', version: 3, motionId },
      ...{ bodyId: 'a84e5a27-8f76-8f0f-9d2b-c0c5f4be7d31', outcome: 'conditional-go', unmet: ['funding'] },
    },
  },
  {
    type: 'ProjectClosed',
    data: {
      ...{ projectId, outcome: 'killed', motionId, finalCost: { amount: '12000000.5', currency: 'GBP' } },
      ...{ start: '2026-09-01', finish: '2027-02-28', noOwnerReason: 'Nothing was delivered.' },
      lessons: 'Ask the courts before the architects.',
    },
  },
  {
    type: 'ClosureCorrected',
    data: {
      ...{ projectId, corrects: 41, finalCost: { amount: '12400000', currency: 'GBP' } },
      ...{ start: '2026-09-01', finish: '2027-02-28', benefitOwner: 'grace' },
      lessons: 'Ask the courts before the architects.',
      reason: 'The last invoice came in after the report.',
    },
  },
];
