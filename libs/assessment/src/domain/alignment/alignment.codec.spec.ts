import { describeCodec } from '@docket/kernel/testing';
import { codec } from './alignment.codec';

const ids = {
  portfolioId: '0e8f1c52-6a0b-8d3f-a1c4-7e2d90b6f385',
  projectId: '7c20b8d1-94ae-8f63-b210-3d8a6e5f4c97',
  objectiveId: 'c47d0e92-5b1f-8a63-8e27-4d9f1c6a0b58',
};
const scale = 'contribution-1';

describeCodec('alignment', codec, [
  {
    type: 'ContributionClaimed',
    data: {
      ...ids,
      scale,
      level: 4,
      reason: 'Without the northern crossing the freight ring stays closed to heavy lorries.',
      claimedBy: 'ines-okafor',
    },
  },
  {
    type: 'ContributionConfirmed',
    data: {
      ...ids,
      scale,
      level: 3,
      reason: 'Strong, yet the southern crossing would serve two thirds of the traffic.',
      confirmedBy: 'mia-serrano',
    },
  },
  {
    type: 'ContributionWithdrawn',
    data: { ...ids, reason: 'The scope no longer holds the freight ring.', withdrawnBy: 'ines-okafor' },
  },
]);
