import { defineCodec } from '@docket/kernel';
import type { ConditionClockEvent } from './condition-clock.events';

/** How the events of a condition's clock are stored. */
export const codec = defineCodec<ConditionClockEvent>({
  versions: {
    ConditionClockSet: 1,
    ConditionClockRung: 1,
    ConditionClockStopped: 1,
    ConditionClockRefused: 1,
  },
  upcasters: {
    'ConditionClockSet.v1': (data) => ({ type: 'ConditionClockSet', data }),
    'ConditionClockRung.v1': (data) => ({ type: 'ConditionClockRung', data }),
    'ConditionClockStopped.v1': (data) => ({ type: 'ConditionClockStopped', data }),
    'ConditionClockRefused.v1': (data) => ({ type: 'ConditionClockRefused', data }),
  },
  words: {},
});
