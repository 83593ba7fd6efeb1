import { describeCodec } from '@docket/kernel/testing';
import { codec } from './ballot-clock.codec';

const motionId = 'a3d94e0b-1f6c-8b27-8e05-5c9d1f7a2b64';
const closesAt = '2026-03-09T17:00:00.000Z';

describeCodec('ballot-clock', codec, [
  {
    type: 'BallotClockSet',
    data: { motionId, portfolioId: '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385', closesAt },
  },
  { type: 'BallotClockRung', data: { motionId, closesAt } },
  { type: 'BallotClockStopped', data: { motionId } },
  { type: 'BallotClockRefused', data: { motionId, code: 'ballot-not-open' } },
]);
