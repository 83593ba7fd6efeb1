import { describeCodec } from '@docket/kernel/testing';
import { codec } from './call-in-clock.codec';

const motionId = 'a3d94e0b-1f6c-8b27-8e05-5c9d1f7a2b64';
const until = '2026-03-12T17:05:00.000Z';

describeCodec('call-in-clock', codec, [
  {
    type: 'CallInClockSet',
    data: { motionId, portfolioId: '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385', until },
  },
  { type: 'CallInClockRung', data: { motionId, until } },
  { type: 'CallInClockStopped', data: { motionId } },
  { type: 'CallInClockRefused', data: { motionId, code: 'call-in-running' } },
]);
