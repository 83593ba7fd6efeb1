import { describeCodec } from '@docket/kernel/testing';
import { codec } from './condition-follow-up.codec';

const motionId = 'a3d94e0b-1f6c-8b27-8e05-5c9d1f7a2b64';

describeCodec('condition-follow-up', codec, [
  {
    type: 'ConditionFollowUpOpened',
    data: { motionId, portfolioId: '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385', conditions: 2 },
  },
  { type: 'ConditionFollowUpStepDone', data: { motionId, index: 0 } },
  { type: 'ConditionFollowUpStepRefused', data: { motionId, index: 1, code: 'condition-not-decided' } },
]);
