import { describeCodec } from '@docket/kernel/testing';
import { codec } from './grant-register.codec';

describeCodec('grant-register', codec, [
  {
    type: 'GrantEntered',
    data: {
      portfolioId: '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385',
      grantId: '0b5a1f66-7d11-8f5c-9a54-3d1c5e0f7a21',
      bodyId: '8c4e2d10-7b9f-8a63-95d1-f0a3c6e7b284',
    },
  },
]);
