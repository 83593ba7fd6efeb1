import { describeCodec } from '@docket/kernel/testing';
import { codec } from './condition-clock.codec';

const conditionId = 'c5b0a0e7-6f0d-8a51-9a5e-8d7a2b1c4e33';
const confirmableUntil = '2026-04-15T23:00:00.000Z';

describeCodec('condition-clock', codec, [
  {
    type: 'ConditionClockSet',
    data: {
      conditionId,
      portfolioId: '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385',
      dueUntil: '2026-04-01T23:00:00.000Z',
      confirmableUntil,
    },
  },
  { type: 'ConditionClockRung', data: { conditionId, at: 'due', confirmableUntil } },
  { type: 'ConditionClockStopped', data: { conditionId } },
  { type: 'ConditionClockRefused', data: { conditionId, code: 'condition-not-open' } },
]);
