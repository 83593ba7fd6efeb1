import { defineCodec } from '@docket/kernel';
import type { BallotClockEvent } from './ballot-clock.events';

/** How the events of a ballot's clock are stored. */
export const codec = defineCodec<BallotClockEvent>({
  versions: { BallotClockSet: 1, BallotClockRung: 1, BallotClockStopped: 1, BallotClockRefused: 1 },
  upcasters: {
    'BallotClockSet.v1': (data) => ({ type: 'BallotClockSet', data }),
    'BallotClockRung.v1': (data) => ({ type: 'BallotClockRung', data }),
    'BallotClockStopped.v1': (data) => ({ type: 'BallotClockStopped', data }),
    'BallotClockRefused.v1': (data) => ({ type: 'BallotClockRefused', data }),
  },
  words: {},
});
