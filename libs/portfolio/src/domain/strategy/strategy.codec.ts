import { defineCodec, type FirstVersions } from '@docket/kernel';
import type { ObjectiveDefinition, ObjectiveRevised, StrategyEvent } from './strategy.events';

type Stored =
  | Readonly<{
      type: 'ObjectiveRevised.v1';
      data: { portfolioId: string; objectiveId: string } & ObjectiveDefinition;
    }>
  | Readonly<{ type: 'ObjectiveRevised.v2'; data: ObjectiveRevised['data'] }>
  | FirstVersions<Exclude<StrategyEvent, ObjectiveRevised>>;

/**
 * How the events of a strategy are stored; descriptions, notes and reasons are kept as words. Until version 2 nobody was asked
 * why an objective was revised.
 */
export const codec = defineCodec<StrategyEvent, Stored>({
  versions: {
    ObjectiveAdded: 1,
    ObjectiveRevised: 2,
    ObjectiveRetired: 1,
    ObjectivesWeighed: 1,
    ActualReported: 1,
    ActualCorrected: 1,
  },
  upcasters: {
    'ObjectiveAdded.v1': (data) => ({ type: 'ObjectiveAdded', data }),
    'ObjectiveRevised.v1': (data) => ({ type: 'ObjectiveRevised', data }),
    'ObjectiveRevised.v2': (data) => ({ type: 'ObjectiveRevised', data }),
    'ObjectiveRetired.v1': (data) => ({ type: 'ObjectiveRetired', data }),
    'ObjectivesWeighed.v1': (data) => ({ type: 'ObjectivesWeighed', data }),
    'ActualReported.v1': (data) => ({ type: 'ActualReported', data }),
    'ActualCorrected.v1': (data) => ({ type: 'ActualCorrected', data }),
  },
  words: {
    ObjectiveAdded: ['description'],
    ObjectiveRevised: ['description', 'reason'],
    ObjectiveRetired: ['reason'],
    ActualReported: ['note'],
    ActualCorrected: ['reason'],
  },
});
