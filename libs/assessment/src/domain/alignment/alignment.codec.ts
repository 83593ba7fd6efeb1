import { defineCodec } from '@docket/kernel';
import type { AlignmentEvent } from './alignment.events';

/** How the events of an alignment are stored; reasons are kept as words. */
export const codec = defineCodec<AlignmentEvent>({
  versions: { ContributionClaimed: 1, ContributionConfirmed: 1, ContributionWithdrawn: 1 },
  upcasters: {
    'ContributionClaimed.v1': (data) => ({ type: 'ContributionClaimed', data }),
    'ContributionConfirmed.v1': (data) => ({ type: 'ContributionConfirmed', data }),
    'ContributionWithdrawn.v1': (data) => ({ type: 'ContributionWithdrawn', data }),
  },
  words: {
    ContributionClaimed: ['reason'],
    ContributionConfirmed: ['reason'],
    ContributionWithdrawn: ['reason'],
  },
});
