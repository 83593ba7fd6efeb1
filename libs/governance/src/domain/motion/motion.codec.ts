import { defineCodec } from '@docket/kernel';
import type { MotionEvent } from './motion.events';

/** How the events of a motion are stored; what people wrote is kept as words. */
export const codec = defineCodec<MotionEvent>({
  versions: {
    MotionTabled: 1,
    MotionWithdrawn: 1,
    BallotOpened: 1,
    VoteCast: 1,
    BallotClosed: 1,
    DecisionRecorded: 1,
  },
  upcasters: {
    'MotionTabled.v1': (data) => ({ type: 'MotionTabled', data }),
    'MotionWithdrawn.v1': (data) => ({ type: 'MotionWithdrawn', data }),
    'BallotOpened.v1': (data) => ({ type: 'BallotOpened', data }),
    'VoteCast.v1': (data) => ({ type: 'VoteCast', data }),
    'BallotClosed.v1': (data) => ({ type: 'BallotClosed', data }),
    'DecisionRecorded.v1': (data) => ({ type: 'DecisionRecorded', data }),
  },
  words: {
    MotionTabled: ['question'],
    MotionWithdrawn: ['reason'],
    VoteCast: ['reason'],
    DecisionRecorded: ['rationale'],
  },
});
