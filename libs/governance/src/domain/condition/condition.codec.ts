import { defineCodec } from '@docket/kernel';
import type { ConditionEvent } from './condition.events';

/** How the events of a condition are stored; what people wrote is kept as words. */
export const codec = defineCodec<ConditionEvent>({
  versions: {
    ConditionSet: 1,
    EvidenceGiven: 1,
    ConditionMet: 1,
    ConditionWaived: 1,
    ConditionReleased: 1,
    ConditionLapsed: 1,
    MotionCalledFor: 1,
  },
  upcasters: {
    'ConditionSet.v1': (data) => ({ type: 'ConditionSet', data }),
    'EvidenceGiven.v1': (data) => ({ type: 'EvidenceGiven', data }),
    'ConditionMet.v1': (data) => ({ type: 'ConditionMet', data }),
    'ConditionWaived.v1': (data) => ({ type: 'ConditionWaived', data }),
    'ConditionReleased.v1': (data) => ({ type: 'ConditionReleased', data }),
    'ConditionLapsed.v1': (data) => ({ type: 'ConditionLapsed', data }),
    'MotionCalledFor.v1': (data) => ({ type: 'MotionCalledFor', data }),
  },
  words: {
    ConditionSet: ['what', 'evidence'],
    EvidenceGiven: ['evidence'],
    ConditionMet: ['finding'],
    ConditionWaived: ['reason'],
  },
});
