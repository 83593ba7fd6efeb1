import { describeCodec } from '@docket/kernel/testing';
import { codec } from './capsule-keeping.codec';

const motionId = 'a3d94e0b-1f6c-8b27-8e05-5c9d1f7a2b64';

describeCodec('capsule-keeping', codec, [
  {
    type: 'CapsuleKeepingOpened',
    data: { motionId, portfolioId: '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385', opened: 1 },
  },
  { type: 'CapsuleKeepingDone', data: { motionId, opened: 1 } },
  { type: 'CapsuleKeepingRefused', data: { motionId, opened: 1, code: 'body-too-large' } },
]);
