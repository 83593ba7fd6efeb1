import { describeCodec } from '@docket/kernel/testing';
import { codec } from './grant.codec';

const grantId = '0b5a1f66-7d11-8f5c-9a54-3d1c5e0f7a21';
const motionId = '3f2b7c61-0d4e-8a95-b1c7-64e0a9d85f12';

describeCodec('grant', codec, [
  {
    type: 'GrantGiven',
    data: {
      grantId,
      portfolioId: '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385',
      from: {
        kind: 'grant',
        grantId: '61f0d3a2-94c8-8b17-a6e5-0d2c7f1b3e94',
        bodyId: '5b1cf5c2-35f5-8c1e-9d57-0c55a9a4b1f0',
      },
      bodyId: '8c4e2d10-7b9f-8a63-95d1-f0a3c6e7b284',
      authority: {
        domains: ['91c4d2f7-0b6e-8a35-9f18-2d7c5e3a6b40'],
        kinds: ['capital', 'contract-variation'],
        outcomes: ['conditional-go', 'go'],
        perDecision: '5000000',
        perPeriod: { amount: '20000000.5', period: 'quarter' },
        from: '2026-01-01T00:00:00.000Z',
        until: '2027-01-01T00:00:00.000Z',
      },
      maySubDelegate: false,
      callInHours: 72,
    },
  },
  { type: 'GrantRevoked', data: { grantId, reason: 'The programme was closed on 1 March.' } },
  {
    type: 'AmountReserved',
    data: {
      grantId,
      motionId,
      projectId: '0b5a6d4e-6f0b-8c54-9d1c-5a8a1c9a7f10',
      programme: '91c4d2f7-0b6e-8a35-9f18-2d7c5e3a6b40',
      linked: ['1c6b7e5f-6f0b-8c54-9d1c-5a8a1c9a7f11'],
      value: '1200000',
      counted: '3200000',
      together: ['7a9d1e3c-5b2f-8046-9c8e-1d0f6a4b7e52'],
      at: '2026-03-02T09:00:00.000Z',
      period: '2026-Q1',
    },
  },
  { type: 'ReservationConfirmed', data: { grantId, motionId } },
  { type: 'AmountFreed', data: { grantId, motionId, by: 'a3d94e0b-1f6c-8b27-8e05-5c9d1f7a2b64' } },
  { type: 'ReservationReleased', data: { grantId, motionId } },
]);
