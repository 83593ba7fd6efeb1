import { describeCodec } from '@docket/kernel/testing';
import { codec } from './condition.codec';

const conditionId = 'c5b0a0e7-6f0d-8a51-9a5e-8d7a2b1c4e33';
const motionId = 'a3d94e0b-1f6c-8b27-8e05-5c9d1f7a2b64';
const bodyId = '5b1cf5c2-35f5-8c1e-9d57-0c55a9a4b1f0';
const projectId = '7c20b8d1-94ae-8f63-b210-3d8a6e5f4c97';

describeCodec('condition', codec, [
  {
    type: 'ConditionSet',
    data: {
      conditionId,
      portfolioId: '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385',
      motionId,
      bodyId,
      projectId,
      index: 0,
      owner: 'priya-raman',
      due: '2026-04-01',
      dueUntil: '2026-04-01T23:00:00.000Z',
      confirmableUntil: '2026-04-15T23:00:00.000Z',
      consequence: 'hold',
      what: 'The ground survey of both banks is published.',
      evidence: 'The report with the signature of the geologist.',
    },
  },
  {
    type: 'EvidenceGiven',
    data: { conditionId, personId: 'priya-raman', evidence: 'Report 2026/118, signed on 3 March.' },
  },
  { type: 'ConditionMet', data: { conditionId, finding: 'Read; it covers both banks, as was asked for.' } },
  {
    type: 'ConditionWaived',
    data: { conditionId, reason: 'The route moved: there is no ground left to survey.' },
  },
  {
    type: 'ConditionReleased',
    data: { conditionId, by: 'b4c8a1d2-7e35-8f60-9a21-6d0e3f5b8c17', outcome: 'kill' },
  },
  {
    type: 'ConditionLapsed',
    data: {
      conditionId,
      lapsedAt: '2026-04-01T23:00:00.000Z',
      consequence: 'hold',
      unconfirmed: false,
    },
  },
  { type: 'MotionCalledFor', data: { conditionId, motionId, bodyId, projectId, ask: 'hold' } },
]);
