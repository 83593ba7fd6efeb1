/** A business case as somebody proposes it. */
export const bridge = {
  name: 'North bridge renewal',
  summary: 'Replace the bearings and the deck before the load limit falls.',
  sponsor: 'p-maya',
  manager: 'p-priya',
  wholeLifeCost: '12500000',
  expectedBenefits: '18000000',
  start: '2027-04-01',
  finish: '2029-03-31',
  department: 'Highways',
};

/** An objective as somebody states it. */
export const fewerLimits = {
  name: 'No lorry turns back',
  description: 'No bridge on a freight route carries a load limit.',
  measure: { name: 'Bridges under a load limit', unit: 'bridges', direction: 'falls' },
  baseline: { value: '40', day: '2025-12-31' },
  target: { value: '10', day: '2030-12-31' },
};

/** The confidence of a reviewer is all that this model measures. */
export const confidenceModel = {
  name: 'Confidence 1',
  minimumCoverage: '0.5',
  criteria: [
    {
      id: 'confidence',
      name: 'Delivery confidence',
      weight: '1',
      direction: 'benefit',
      measure: 'delivery-confidence',
      scale: {
        kind: 'levels',
        maximum: '5',
        levels: [
          { scale: 'ipa-3', rating: 'green', points: '5', meaning: 'Delivery appears highly likely.' },
          { scale: 'ipa-3', rating: 'amber', points: '3', meaning: 'Feasible, with issues.' },
          { scale: 'ipa-3', rating: 'red', points: '1', meaning: 'Appears unachievable.' },
        ],
      },
    },
  ],
};

/** Assessors rate the fit, the rest is measured. */
export const worthModel = {
  name: 'Worth 1',
  minimumCoverage: '0.5',
  criteria: [
    {
      id: 'strategic-fit',
      name: 'Strategic fit',
      weight: '0.6',
      direction: 'benefit',
      measure: 'assessment',
      scale: {
        kind: 'anchors',
        maximum: '5',
        anchors: [
          { points: '0', meaning: 'Serves no objective.' },
          { points: '2', meaning: 'Serves an objective beside others.' },
          { points: '4', meaning: 'Serves an objective alone.' },
          { points: '5', meaning: 'Serves several objectives alone.' },
        ],
      },
    },
    { ...confidenceModel.criteria[0], weight: '0.4' },
  ],
};

/** A rating by that model. */
export const fitRating = {
  criterion: 'strategic-fit',
  points: '4',
  reason: 'It serves one objective that nothing else serves.',
};

/** A body that two voters make quorate. */
export const board = {
  name: 'Investment board',
  quorum: { kind: 'count', seats: 2 },
  carryRule: 'majority-of-cast',
  minimumSeats: 2,
};

/** Who sits on it. */
export const seats = [
  { personId: 'p-chen', role: 'chair' },
  { personId: 'p-bea', role: 'member' },
  { personId: 'p-carl', role: 'member' },
  { personId: 'p-sven', role: 'secretary' },
] as const;

export const today = (): string => new Date().toISOString().slice(0, 10);

/** What a reviewer says of the delivery of a project. */
/** What an auditor told the PMO. */
export const interest = {
  personId: 'p-anna',
  nature: 'family',
  description: 'My brother owns a share of the contractor.',
};

export const judgement = {
  judgedFor: today(),
  scale: 'ipa-3',
  rating: 'amber',
  reason: 'The bearings are late, and the winter is near.',
};

/** Authority over everything, up to more than any sample costs; without the body it is for. */
export const ampleGrant = {
  from: { kind: 'portfolio' },
  authority: { perDecision: '50000000', perPeriod: { amount: '1000000000', period: 'year' } },
  maySubDelegate: true,
};
