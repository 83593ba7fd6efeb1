import type {
  AuthorisedProjectImported,
  BusinessCase,
  DecisionCarried,
  MotionClaimed,
  Outcome,
  PortfolioFacts,
  ProjectProposed,
  Report,
  StatedCase,
  StatusReported,
} from '../domain/project';

/** One project in the situations the specs of this context begin with. */
export const projectId = '0b5a6d4e-6f0b-8c54-9d1c-5a8a1c9a7f10';
export const portfolioId = '7f1de8a0-53c2-8f6e-8a55-30c6f2f2b1aa';
export const bodyId = 'a84e5a27-8f76-8f0f-9d2b-c0c5f4be7d31';

export const businessCase = {
  name: 'Digital land register',
  summary: 'Replaces the paper register of 26 million titles.',
  sponsor: 'grace',
  manager: 'linus',
  wholeLifeCost: '48250000',
  expectedBenefits: '131000000',
  start: '2026-09-01',
  finish: '2029-03-31',
  department: 'HMLR',
} satisfies StatedCase;

export const settledPortfolio: PortfolioFacts = {
  status: 'open',
  currency: 'GBP',
  timeZone: 'Europe/London',
  history: 'settled',
};

/** A portfolio whose imported history has come to 1 July of that year. */
export const historyReached = (year: number): PortfolioFacts => ({
  ...settledPortfolio,
  history: 'open',
  reachedAt: knownIn(year),
});

export const knownIn = (year: number) => `${year}-07-01T00:00:00.000Z`;
export const importedIn = (year: number) => ({ origin: 'import', at: knownIn(year) }) as const;
export const row = (year: number) => ({ file: `gmpp-${year}.csv`, line: 7 });

export const proposed: ProjectProposed = {
  type: 'ProjectProposed',
  data: { projectId, portfolioId, proposer: 'ada', proposedOn: '2026-03-02', ...businessCase },
};

export const imported: AuthorisedProjectImported = {
  type: 'AuthorisedProjectImported',
  data: {
    projectId,
    portfolioId,
    presentFrom: '2014-07-01',
    name: 'Crossrail Programme',
    department: 'DFT',
    source: row(2014),
  },
};

export const claimed = (motionId: string): MotionClaimed => ({
  type: 'MotionClaimed',
  data: { projectId, motionId },
});

export const carried = (motionId: string, outcome: Outcome): DecisionCarried => ({
  type: 'DecisionCarried',
  data: { projectId, motionId, bodyId, outcome },
});

export const reported = (report: Report): StatusReported => ({
  type: 'StatusReported',
  data: { projectId, ...report },
});

/** The business case with everything a case can say, as somebody states it: in no order, with surplus zeros. */
export const fullCase = {
  ...businessCase,
  scope: 'The register and its applications; not the courts that read it.',
  options: 'Scanning the paper: rejected, it cannot be searched.',
  vendor: 'Registra Ltd',
  tags: ['law', 'cloud', 'law'],
  budgetByYear: [
    { year: 2027, amount: '40000000.00' },
    { year: 2026, amount: '8250000' },
  ],
  demand: [{ skill: 'database engineer', month: '2026-10', hours: '0320.50' }],
  benefits: [
    {
      id: 'backlog',
      name: 'No backlog',
      metric: 'applications waiting, fewer',
      unit: 'applications',
      owner: 'ada',
      planned: [{ day: '2029-06-30', amount: '40000' }],
    },
    {
      id: 'fees',
      name: 'Cheaper entries',
      metric: 'cost of an entry, less',
      unit: 'money',
      owner: 'grace',
      planned: [
        { day: '2030-12-31', amount: '100000000' },
        { day: '2029-12-31', amount: '31000000.0' },
      ],
    },
  ],
  risks: [
    { id: 'paper', description: 'Titles are missing.', probability: 2, impact: 2 },
    {
      id: 'law',
      description: 'The law comes late.',
      probability: 3,
      impact: 5,
      response: 'Ask the ministry every month.',
      owner: 'grace',
    },
  ],
} as const satisfies StatedCase;

/** The same as events hold it. */
export const writtenCase = {
  ...businessCase,
  scope: fullCase.scope,
  options: fullCase.options,
  vendor: fullCase.vendor,
  tags: ['cloud', 'law'],
  budgetByYear: [
    { year: 2026, amount: '8250000' },
    { year: 2027, amount: '40000000' },
  ],
  demand: [{ skill: 'database engineer', month: '2026-10', hours: '320.5' }],
  benefits: [
    fullCase.benefits[0],
    {
      ...fullCase.benefits[1],
      planned: [
        { day: '2029-12-31', amount: '31000000' },
        { day: '2030-12-31', amount: '100000000' },
      ],
    },
  ],
  risks: [
    { id: 'law', probability: 3, impact: 5, owner: 'grace' },
    { id: 'paper', probability: 2, impact: 2 },
  ],
  riskTexts:
    '{"law":{"description":"The law comes late.","response":"Ask the ministry every month."},"paper":{"description":"Titles are missing."}}',
} as const satisfies BusinessCase;
