import { asOf } from './example-cut';

const portfolioId = '1c7a0788-2ab5-8724-b706-9ce3b299b7a5';
const projectId = 'f8850372-b7ed-8703-94a9-5fba136b8fc2';
const objectiveId = '8ef55d96-6eae-81ec-88a0-04e036c9162a';
const portfolioStream = `docket-portfolio-${portfolioId}`;

const composition = {
  portfolioId,
  nodes: [
    {
      id: '0cf53bd9-5297-895e-bf97-90485f13ee7f',
      kind: 'sub-portfolio',
      name: 'Roads',
      lead: 'p-sam',
      nodes: [
        {
          id: 'c2301cd1-bf08-8efa-8849-abc9390d0040',
          kind: 'programme',
          name: 'Bridges',
          lead: null,
          nodes: [],
        },
      ],
    },
  ],
};

const [baseline, target] = [
  { value: '40', day: '2025-12-31' },
  { value: '10', day: '2030-12-31' },
];
const stated = {
  name: 'No lorry turns back',
  description: 'No bridge on a freight route carries a load limit.',
  measure: { name: 'Bridges under a load limit', unit: 'bridges', direction: 'falls' },
  baseline,
  target,
};
const objective = {
  id: objectiveId,
  ...stated,
  status: 'active',
  weight: '1',
  actual: { value: '37', day: '2026-01-31' },
  progress: { value: '0.1', reason: null },
  lastRevision: null,
};
const actual = {
  day: '2026-01-31',
  value: '37',
  note: 'Counted.',
  reportedBy: 'p-otto',
  reportedAt: '2026-11-21T02:47:45.571Z',
  corrections: [{ former: '38', reason: 'Recounted.', by: 'p-otto', at: '2026-11-21T02:47:45.582Z' }],
};

const strong = {
  level: 3,
  name: 'strong',
  meaning: 'It moves the measure by itself, by a part of the way that can be named.',
  alignment: '75',
};
const claim = {
  level: 3,
  reason: 'Lifts three of the limits.',
  by: 'p-priya',
  at: '2026-11-21T02:47:45.601Z',
};
const contribution = {
  projectId,
  objectiveId,
  status: 'confirmed',
  level: strong,
  claimed: strong,
  scale: 'contribution-1',
  claim,
  confirmation: { ...claim, by: 'p-otto', at: '2026-11-21T02:47:45.613Z' },
};
const alignment = { value: '75', reason: null, coverage: { used: 1, eligible: 1 } };

const entry = (type: string, guards: readonly object[], details: object) => ({
  number: 13,
  eventId: '97dadb2c-faca-4cb9-bd10-8e1ac47b60bb',
  revision: 0,
  type,
  date: '2026-11-21T02:47:45.540Z',
  recordedAt: '2026-11-21T02:47:45.540Z',
  knownAt: null,
  actor: 'p-otto',
  authentication: 'local-session',
  commandId: '0f3dbe8e6019816b010cbbbdecf4c46c536e15a20ce05ed5623b1add5d75f34c',
  correlationId: 'aa699aae-c8d6-468e-ac6c-e5bb8c95a10d',
  causationId: null,
  guards,
  details,
});
const opened = { stream: portfolioStream, revision: 0 };

const nodeAdded = entry('NodeAdded', [opened], {
  portfolioId,
  nodeId: '0cf53bd9-5297-895e-bf97-90485f13ee7f',
  kind: 'sub-portfolio',
  name: 'Roads',
  parent: null,
  lead: 'p-sam',
});
const objectiveAdded = entry('ObjectiveAdded', [opened], { portfolioId, objectiveId, ...stated });
const contributionClaimed = entry(
  'ContributionClaimed',
  [
    { stream: `docket-project-${projectId}`, revision: 1 },
    opened,
    { stream: 'docket-strategy-58f25834-608c-8792-b3ee-d0a6c6bbb3d4', revision: 2 },
  ],
  {
    portfolioId,
    projectId,
    objectiveId,
    scale: 'contribution-1',
    level: 3,
    reason: 'Lifts three of the limits.',
    claimedBy: 'p-priya',
  },
);

const named = { id: projectId, name: 'North bridge renewal' };
const P = 'get /api/v1/portfolios/{portfolioId}';
const list = (row: object) => ({ asOf, total: 1, next: null, rows: [row] });

/** What reads of composition, strategy and contributions answer. */
export const strategyExamples = {
  [`${P}/composition`]: { asOf, ...composition },
  [`${P}/composition/history`]: { asOf, portfolioId, entries: [nodeAdded] },
  [`${P}/objectives`]: list(objective),
  [`${P}/objectives/{objectiveId}/actuals`]: list(actual),
  [`${P}/goal-progress`]: {
    asOf,
    portfolioId,
    kpi: 'goal-progress-1',
    progress: { value: '0.1', reason: null },
    coverage: { used: 1, eligible: 1 },
  },
  [`${P}/strategy/history`]: { asOf, portfolioId, entries: [objectiveAdded] },
  [`${P}/contributions`]: list(contribution),
  [`${P}/alignments`]: list({ ...named, status: 'authorised', alignment }),
  [`${P}/objective-coverage`]: {
    asOf,
    portfolioId,
    kpi: 'objective-coverage-1',
    covered: { value: '1', reason: null },
    coverage: { used: 1, eligible: 1 },
    uncovered: [],
  },
  'get /api/v1/projects/{projectId}/contributions': {
    asOf,
    ...named,
    alignment,
    scale: 'contribution-1',
    levels: [strong],
    contributions: [contribution],
  },
  'get /api/v1/projects/{projectId}/contributions/history': {
    asOf,
    ...named,
    entries: [contributionClaimed],
  },
};
