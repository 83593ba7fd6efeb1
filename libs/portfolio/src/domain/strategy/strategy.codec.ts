import { defineCodec } from '@docket/kernel';
import type { StrategyEvent } from './strategy.events';

/** How the events of a strategy are stored; descriptions, notes and reasons are kept as words. */
export const codec = defineCodec<StrategyEvent>({
  versions: {
    ObjectiveAdded: 1,
    ObjectiveRevised: 1,
    ObjectiveRetired: 1,
    ObjectivesWeighed: 1,
    ActualReported: 1,
    ActualCorrected: 1,
  },
  upcasters: {
    'ObjectiveAdded.v1': (data) => ({ type: 'ObjectiveAdded', data }),
    'ObjectiveRevised.v1': (data) => ({ type: 'ObjectiveRevised', data }),
    'ObjectiveRetired.v1': (data) => ({ type: 'ObjectiveRetired', data }),
    'ObjectivesWeighed.v1': (data) => ({ type: 'ObjectivesWeighed', data }),
    'ActualReported.v1': (data) => ({ type: 'ActualReported', data }),
    'ActualCorrected.v1': (data) => ({ type: 'ActualCorrected', data }),
  },
  words: {
    ObjectiveAdded: ['description'],
    ObjectiveRevised: ['description'],
    ObjectiveRetired: ['reason'],
    ActualReported: ['note'],
    ActualCorrected: ['reason'],
  },
});
