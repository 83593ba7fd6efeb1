import { defineCodec } from '@docket/kernel';
import type { CapsuleKeepingEvent } from './capsule-keeping.events';

/** How the events of the keeping of capsules are stored. */
export const codec = defineCodec<CapsuleKeepingEvent>({
  versions: { CapsuleKeepingOpened: 1, CapsuleKeepingDone: 1, CapsuleKeepingRefused: 1 },
  upcasters: {
    'CapsuleKeepingOpened.v1': (data) => ({ type: 'CapsuleKeepingOpened', data }),
    'CapsuleKeepingDone.v1': (data) => ({ type: 'CapsuleKeepingDone', data }),
    'CapsuleKeepingRefused.v1': (data) => ({ type: 'CapsuleKeepingRefused', data }),
  },
  words: {},
});
