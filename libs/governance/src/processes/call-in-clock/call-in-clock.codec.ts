import { defineCodec } from '@docket/kernel';
import type { CallInClockEvent } from './call-in-clock.events';

/** How the events of the clock of a decision's call-in are stored. */
export const codec = defineCodec<CallInClockEvent>({
  versions: { CallInClockSet: 1, CallInClockRung: 1, CallInClockStopped: 1, CallInClockRefused: 1 },
  upcasters: {
    'CallInClockSet.v1': (data) => ({ type: 'CallInClockSet', data }),
    'CallInClockRung.v1': (data) => ({ type: 'CallInClockRung', data }),
    'CallInClockStopped.v1': (data) => ({ type: 'CallInClockStopped', data }),
    'CallInClockRefused.v1': (data) => ({ type: 'CallInClockRefused', data }),
  },
  words: {},
});
