import { describeCodec } from '@docket/kernel/testing';
import { codec } from './motion.codec';

const motionId = 'a3d94e0b-1f6c-8b27-8e05-5c9d1f7a2b64';
const bodyId = '5b1cf5c2-35f5-8c1e-9d57-0c55a9a4b1f0';
const projectId = '7c20b8d1-94ae-8f63-b210-3d8a6e5f4c97';

describeCodec('motion', codec, [
  {
    type: 'MotionTabled',
    data: {
      motionId,
      portfolioId: '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385',
      bodyId,
      projectId,
      matter: { on: 'component' },
      kind: 'capital',
      ask: 'go',
      question: 'Shall the northern rail upgrade go ahead as proposed in its business case of February?',
      proposer: 'ines-okafor',
      supersedes: '3f2b7c61-0d4e-8a95-b1c7-64e0a9d85f12',
    },
  },
  {
    type: 'MotionWithdrawn',
    data: { motionId, projectId, reason: 'The sponsor asks for more time to check the ground survey.' },
  },
  {
    type: 'BallotOpened',
    data: {
      motionId,
      electorate: [
        { personId: 'noor-haddad', role: 'chair', standing: 'entitled' },
        { personId: 'omar-lindqvist', role: 'member', standing: 'recused', why: 'sponsor' },
        { personId: 'alma-reyes', role: 'alternate', standing: 'alternate', for: 'noor-haddad' },
      ],
      quorum: { kind: 'count', seats: 1 },
      carryRule: 'majority-of-all',
      minimumSeats: 1,
      projectRevision: 4,
      rules: 2,
      lead: { personId: 'noor-haddad', why: 'chair' },
      closesAt: '2026-03-09T17:00:00.000Z',
    },
  },
  {
    type: 'VoteCast',
    data: {
      motionId,
      personId: 'noor-haddad',
      choice: 'for',
      reason: 'Benefits hold at twice the cost of delay.',
    },
  },
  { type: 'VoteDisplaced', data: { motionId, personId: 'alma-reyes', by: 'noor-haddad' } },
  {
    type: 'BallotClosed',
    data: {
      motionId,
      projectId,
      endedAt: '2026-03-09T17:00:00.000Z',
      count: { inFavour: 1, against: 0, abstained: 0, entitled: 1, quorumNeeded: 1, denominator: 1 },
      result: 'carried',
      struck: [{ personId: 'mia-serrano', why: 'seat-lost' }],
    },
  },
  { type: 'MotionCarriedOver', data: { motionId, projectId, ballots: 1 } },
  {
    type: 'MotionEscalated',
    data: {
      motionId,
      projectId,
      from: bodyId,
      to: '8c4e2d10-7b9f-8a63-95d1-f0a3c6e7b284',
      ground: 'beyond-authority',
      code: 'over-limit-per-decision',
      under: '0b5a1f66-7d11-8f5c-9a54-3d1c5e0f7a21',
      reason: 'With the bridge before it this is more than the lead decides alone.',
    },
  },
  {
    type: 'DecisionRecorded',
    data: {
      motionId,
      bodyId,
      projectId,
      outcome: 'conditional-go',
      rationale: 'The board found the case affordable and saw no cheaper way to the same capacity.',
      decidedAt: '2026-03-09T17:05:00.000Z',
      grants: ['0b5a1f66-7d11-8f5c-9a54-3d1c5e0f7a21'],
      callIn: [
        {
          grantId: '0b5a1f66-7d11-8f5c-9a54-3d1c5e0f7a21',
          bodyId: '8c4e2d10-7b9f-8a63-95d1-f0a3c6e7b284',
          until: '2026-03-12T17:05:00.000Z',
        },
      ],
      supersedes: '3f2b7c61-0d4e-8a95-b1c7-64e0a9d85f12',
      conditions: [
        {
          owner: 'priya-raman',
          due: '2026-04-01',
          dueUntil: '2026-04-01T23:00:00.000Z',
          consequence: 'escalate',
        },
      ],
      conditionTexts: '[{"evidence":"The signed report.","what":"The ground survey is published."}]',
    },
  },
  {
    type: 'DecisionCalledIn',
    data: {
      ...{ motionId, projectId, bodyId: '8c4e2d10-7b9f-8a63-95d1-f0a3c6e7b284' },
      grantId: '0b5a1f66-7d11-8f5c-9a54-3d1c5e0f7a21',
      reason: 'The board wants to see the ground survey before it goes on.',
    },
  },
  {
    type: 'DecisionRatified',
    data: {
      ...{ motionId, projectId, bodyId: '8c4e2d10-7b9f-8a63-95d1-f0a3c6e7b284' },
      grantId: '0b5a1f66-7d11-8f5c-9a54-3d1c5e0f7a21',
      reason: 'Seen by the board on 10 March; it agrees.',
      openUntil: '2026-03-14T17:05:00.000Z',
    },
  },
  { type: 'CallInWindowClosed', data: { motionId, projectId, endedAt: '2026-03-12T17:05:00.000Z' } },
  {
    type: 'DecisionSuperseded',
    data: { motionId, projectId, by: '3f2b7c61-0d4e-8a95-b1c7-64e0a9d85f12', outcome: 'kill' },
  },
]);
