import { asOf } from './example-cut';
import { rankedBy } from './ranked-by-example';

/** A body as reads answer it. */
export const bodyExample = {
  id: '4da7a5c6-f5e5-8a20-9fcd-c745657bd892',
  name: 'Investment board',
  quorum: { kind: 'count', seats: 2 },
  carryRule: 'majority-of-cast',
  minimumSeats: 2,
  rules: 1,
  seats: [
    {
      personId: 'p-bea',
      role: 'member',
      alternateFor: null,
      from: '2026-11-21T02:47:45.471Z',
      until: null,
      inTerm: true,
    },
  ],
};

const body = bodyExample;

const motion = {
  id: '2a780987-91c3-84db-9655-273bb3a742f8',
  matter: { on: 'component' },
  kind: null,
  bodyId: '4da7a5c6-f5e5-8a20-9fcd-c745657bd892',
  projectId: 'f8850372-b7ed-8703-94a9-5fba136b8fc2',
  ask: 'go',
  question: 'Shall it go ahead?',
  proposer: 'p-sven',
  tabledAt: '2026-11-21T02:47:45.508Z',
  status: 'decided',
  result: 'carried',
};

const afterwards = {
  standing: 'in-force',
  callableUntil: null,
  calledIn: null,
  ratified: [],
  closedAt: null,
  superseded: null,
};

const decision = {
  motionId: '2a780987-91c3-84db-9655-273bb3a742f8',
  bodyId: '4da7a5c6-f5e5-8a20-9fcd-c745657bd892',
  projectId: 'f8850372-b7ed-8703-94a9-5fba136b8fc2',
  question: 'Shall it go ahead?',
  outcome: 'go',
  rationale: 'The board accepts the case; the price is fixed until March.',
  decidedAt: '2026-11-21T02:47:45.597Z',
  grants: [],
  callIn: [],
  supersedes: null,
  recordedBy: 'p-chen',
  conditions: [],
  ...afterwards,
  escalations: [],
  followUp: { state: 'carried', at: '2026-11-21T02:47:45.606Z', code: null },
};

const ofTheGrant = {
  grantId: '0b5a1f66-7d11-8f5c-9a54-3d1c5e0f7a21',
  bodyId: '8c4e2d10-7b9f-8a63-95d1-f0a3c6e7b284',
};

/** As the body that delegated reads it. */
const delegated = {
  ...decision,
  grants: [ofTheGrant.grantId],
  callIn: [{ ...ofTheGrant, until: '2026-11-24T02:47:45.597Z' }],
  callableUntil: '2026-11-24T02:47:45.597Z',
};

const toDo = {
  task: 'vote',
  motionId: motion.id,
  bodyId: motion.bodyId,
  projectId: motion.projectId,
  conditionId: null,
  gateId: null,
  criterionId: null,
  question: motion.question,
  since: '2026-11-21T02:47:45.523Z',
  due: null,
};

const tabled = {
  number: 12,
  eventId: '5d0f5b0e-2a64-4a3f-9b3e-6a1f0c7d9e21',
  revision: 0,
  type: 'MotionTabled',
  date: '2026-11-21T02:47:45.508Z',
  recordedAt: '2026-11-21T02:47:45.508Z',
  knownAt: null,
  actor: 'p-sven',
  authentication: 'local-session',
  commandId: 'a10a4f1d7c3e5a9b8d2f6c1e0a7b4d9c8e5f2a1b6d3c0e9f8a7b5c4d2e1f0a9b',
  correlationId: '7d1f0c9a-2b3e-4f5a-8c6d-9e0f1a2b3c4d',
  causationId: null,
  guards: [
    { stream: `docket-body-${motion.bodyId}`, revision: 4 },
    { stream: `docket-project-${motion.projectId}`, revision: 1 },
  ],
  details: {
    motionId: motion.id,
    portfolioId: '1c7a0788-2ab5-8724-b706-9ce3b299b7a5',
    bodyId: motion.bodyId,
    projectId: motion.projectId,
    ask: 'go',
    question: 'Shall it go ahead?',
    proposer: 'p-sven',
    supersedes: null,
  },
};

const established = {
  number: 7,
  eventId: '0c9a7d34-7f1e-4c58-8a55-3b7e2f6d1a90',
  revision: 0,
  type: 'BodyEstablished',
  date: '2026-11-21T02:47:45.462Z',
  recordedAt: '2026-11-21T02:47:45.462Z',
  knownAt: null,
  actor: 'p-otto',
  authentication: 'local-session',
  commandId: 'b20a4f1d7c3e5a9b8d2f6c1e0a7b4d9c8e5f2a1b6d3c0e9f8a7b5c4d2e1f0a9b',
  correlationId: '7d1f0c9a-2b3e-4f5a-8c6d-9e0f1a2b3c4d',
  causationId: null,
  guards: [{ stream: 'docket-portfolio-1c7a0788-2ab5-8724-b706-9ce3b299b7a5', revision: 0 }],
  details: {
    bodyId: body.id,
    portfolioId: '1c7a0788-2ab5-8724-b706-9ce3b299b7a5',
    name: 'Investment board',
    quorum: { kind: 'count', seats: 2 },
    carryRule: 'majority-of-cast',
    minimumSeats: 2,
  },
};

const attendance = {
  ...{ personId: 'p-bea', couldVote: 4, voted: 2, abstained: 1, represented: 0, absent: 1, recused: 1 },
  ...{ seatLost: 0, stoodIn: 0, share: { value: '0.75', unit: 'ratio' } },
};

const times = {
  tabledToDecided: { count: 3, unit: 'days', median: '9.25', shortest: '2', longest: '31.5' },
  openedToEnded: { count: 4, unit: 'days', median: '5', shortest: '0.5', longest: '7' },
};

/** What reads of bodies, motions and decisions answer. */
export const governanceExamples = {
  'get /api/v1/portfolios/{portfolioId}/bodies': { asOf, total: 1, next: null, rows: [body] },
  'get /api/v1/bodies/{bodyId}': { asOf, ...body },
  'get /api/v1/bodies/{bodyId}/history': { asOf, id: body.id, entries: [established] },
  'get /api/v1/bodies/{bodyId}/attendance': { asOf, bodyId: body.id, ballots: 5, people: [attendance] },
  'get /api/v1/portfolios/{portfolioId}/decision-times': {
    asOf,
    ...times,
    bodies: [{ bodyId: body.id, ...times }],
  },
  'get /api/v1/portfolios/{portfolioId}/motions': { asOf, total: 1, next: null, rows: [motion] },
  'get /api/v1/portfolios/{portfolioId}/decisions': { asOf, total: 1, next: null, rows: [decision] },
  'get /api/v1/bodies/{bodyId}/delegated-decisions': {
    asOf,
    ...{ total: 1, next: null },
    rows: [delegated],
  },
  'get /api/v1/portfolios/{portfolioId}/people/{personId}/to-do': {
    asOf,
    ...{ total: 1, next: null },
    rows: [toDo],
  },
  'get /api/v1/motions/{motionId}/history': { asOf, id: motion.id, entries: [tabled], withheld: null },
  'get /api/v1/motions/{motionId}': {
    asOf,
    ...motion,
    ...{
      withdrawal: null,
      ballot: {
        openedAt: '2026-11-21T02:47:45.523Z',
        openedBy: 'p-sven',
        closesAt: null,
        electorate: [{ personId: 'p-bea', role: 'member', standing: 'entitled' }],
        quorum: { kind: 'count', seats: 2 },
        carryRule: 'majority-of-cast',
        minimumSeats: 2,
        projectRevision: 1,
        rules: 1,
        lead: { personId: 'p-chen', why: 'chair' },
      },
      votes: [
        {
          personId: 'p-bea',
          choice: 'for',
          reason: 'The load limit would close the road.',
          at: '2026-11-21T02:47:45.557Z',
          displacedBy: null,
        },
      ],
      outcome: {
        endedAt: '2026-11-21T02:47:45.585Z',
        closedAt: '2026-11-21T02:47:45.585Z',
        closedBy: 'p-chen',
        result: 'carried',
        count: { inFavour: 2, against: 0, abstained: 0, entitled: 3, quorumNeeded: 2, denominator: 2 },
        struck: [],
      },
      withheld: null,
      formerBallots: [],
      escalations: [],
      decision: {
        outcome: 'go',
        rationale: 'The board accepts the case; the price is fixed until March.',
        decidedAt: '2026-11-21T02:47:45.597Z',
        grants: [],
        callIn: [],
        supersedes: null,
        recordedBy: 'p-chen',
        conditions: [],
      },
      afterwards,
      supersedes: null,
      followUp: { state: 'carried', at: '2026-11-21T02:47:45.606Z', code: null },
      rankedBy,
    },
  },
};
