import { describeCodec } from '@docket/kernel/testing';
import { codec } from './capsule.codec';

describeCodec('capsule', codec, [
  {
    type: 'CapsuleKept',
    data: {
      motionId: 'a3d94e0b-1f6c-8b27-8e05-5c9d1f7a2b64',
      portfolioId: '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385',
      opened: 1,
      number: 214,
      digest: '1b4f0e9851971998e732078544c96b36c3d01cedf7caa332359d6f1d83567014',
      size: 18_442,
      definition: 'd1',
    },
  },
]);
