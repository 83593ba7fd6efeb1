import { describeCodec } from '@docket/kernel/testing';
import { codec } from './decision-follow-up.codec';

const motionId = 'a3d94e0b-1f6c-8b27-8e05-5c9d1f7a2b64';

describeCodec('decision-follow-up', codec, [
  {
    type: 'DecisionFollowUpOpened',
    data: {
      motionId,
      projectId: '7c20b8d1-94ae-8f63-b210-3d8a6e5f4c97',
      portfolioId: '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385',
      decision: {
        bodyId: '5b1cf5c2-35f5-8c1e-9d57-0c55a9a4b1f0',
        outcome: 'conditional-go',
        grants: ['0b5a1f66-7d11-8f5c-9a54-3d1c5e0f7a21'],
        supersedes: '3f2b7c61-0d4e-8a95-b1c7-64e0a9d85f12',
      },
    },
  },
  { type: 'DecisionFollowUpStepDone', data: { motionId, step: 'carry-decision' } },
  {
    type: 'DecisionFollowUpStepRefused',
    data: { motionId, step: 'carry-decision', code: 'outcome-does-not-fit' },
  },
]);
