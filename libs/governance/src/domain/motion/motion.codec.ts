import { defineCodec, type FirstVersions } from '@docket/kernel';
import type { BallotClosed, BallotOpened, DecisionRecorded, MotionEvent } from './motion.events';

type Stored =
  | FirstVersions<Exclude<MotionEvent, BallotOpened | BallotClosed | DecisionRecorded>>
  | Readonly<{ type: 'BallotOpened.v1'; data: Omit<BallotOpened['data'], 'rules' | 'lead'> }>
  | Readonly<{ type: 'BallotOpened.v2'; data: BallotOpened['data'] }>
  | Readonly<{ type: 'BallotClosed.v1'; data: Omit<BallotClosed['data'], 'endedAt'> }>
  | Readonly<{ type: 'BallotClosed.v2'; data: BallotClosed['data'] }>
  | Readonly<{
      type: 'DecisionRecorded.v1';
      data: Omit<DecisionRecorded['data'], 'grants' | 'conditions' | 'conditionTexts'>;
    }>
  | Readonly<{ type: 'DecisionRecorded.v2'; data: DecisionRecorded['data'] }>;

/** How the events of a motion are stored; what people wrote is kept as words. */
export const codec = defineCodec<MotionEvent, Stored>({
  versions: {
    MotionTabled: 1,
    MotionWithdrawn: 1,
    BallotOpened: 2,
    VoteCast: 1,
    VoteDisplaced: 1,
    BallotClosed: 2,
    MotionCarriedOver: 1,
    DecisionRecorded: 2,
  },
  upcasters: {
    'MotionTabled.v1': (data) => ({ type: 'MotionTabled', data }),
    'MotionWithdrawn.v1': (data) => ({ type: 'MotionWithdrawn', data }),
    'BallotOpened.v1': (data) => ({ type: 'BallotOpened', data: { ...data, rules: null, lead: null } }),
    'BallotOpened.v2': (data) => ({ type: 'BallotOpened', data }),
    'VoteCast.v1': (data) => ({ type: 'VoteCast', data }),
    'VoteDisplaced.v1': (data) => ({ type: 'VoteDisplaced', data }),
    'BallotClosed.v1': (data) => ({ type: 'BallotClosed', data: { ...data, endedAt: null } }),
    'BallotClosed.v2': (data) => ({ type: 'BallotClosed', data }),
    'MotionCarriedOver.v1': (data) => ({ type: 'MotionCarriedOver', data }),
    'DecisionRecorded.v1': (data) => ({
      type: 'DecisionRecorded',
      data: { ...data, grants: [], conditions: [] },
    }),
    'DecisionRecorded.v2': (data) => ({ type: 'DecisionRecorded', data }),
  },
  words: {
    MotionTabled: ['question'],
    MotionWithdrawn: ['reason'],
    VoteCast: ['reason'],
    DecisionRecorded: ['rationale', 'conditionTexts'],
  },
});
