import type {
  AuthorisedProjectImported,
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
