import { defineCodec, type FirstVersions } from '@docket/kernel';
import { COMPONENT } from './matter';
import type {
  BallotClosed,
  BallotOpened,
  DecisionRecorded,
  MotionEvent,
  MotionTabled,
} from './motion.events';

/** Every motion was about one component, and none said its kind. */
type FirstTabled = Omit<MotionTabled['data'], 'matter' | 'kind'>;

const asFirst = <Data>(data: Data) => ({ ...data, matter: COMPONENT, kind: null });

type Stored =
  | FirstVersions<Exclude<MotionEvent, MotionTabled | BallotOpened | BallotClosed | DecisionRecorded>>
  | Readonly<{ type: 'MotionTabled.v1'; data: Omit<FirstTabled, 'supersedes'> }>
  | Readonly<{ type: 'MotionTabled.v2'; data: FirstTabled }>
  | Readonly<{ type: 'MotionTabled.v3'; data: MotionTabled['data'] }>
  | Readonly<{ type: 'BallotOpened.v1'; data: Omit<BallotOpened['data'], 'rules' | 'lead'> }>
  | Readonly<{ type: 'BallotOpened.v2'; data: BallotOpened['data'] }>
  | Readonly<{ type: 'BallotClosed.v1'; data: Omit<BallotClosed['data'], 'endedAt'> }>
  | Readonly<{ type: 'BallotClosed.v2'; data: BallotClosed['data'] }>
  | Readonly<{
      type: 'DecisionRecorded.v1';
      data: Omit<
        DecisionRecorded['data'],
        'grants' | 'conditions' | 'conditionTexts' | 'callIn' | 'supersedes'
      >;
    }>
  | Readonly<{ type: 'DecisionRecorded.v2'; data: Omit<DecisionRecorded['data'], 'callIn' | 'supersedes'> }>
  | Readonly<{ type: 'DecisionRecorded.v3'; data: DecisionRecorded['data'] }>;

/** How the events of a motion are stored; what people wrote is kept as words. */
export const codec = defineCodec<MotionEvent, Stored>({
  versions: {
    MotionTabled: 3,
    MotionWithdrawn: 1,
    BallotOpened: 2,
    VoteCast: 1,
    VoteDisplaced: 1,
    BallotClosed: 2,
    MotionCarriedOver: 1,
    MotionEscalated: 1,
    DecisionRecorded: 3,
    DecisionCalledIn: 1,
    DecisionRatified: 1,
    CallInWindowClosed: 1,
    DecisionSuperseded: 1,
  },
  upcasters: {
    'MotionTabled.v1': (data) => ({ type: 'MotionTabled', data: { ...asFirst(data), supersedes: null } }),
    'MotionTabled.v2': (data) => ({ type: 'MotionTabled', data: asFirst(data) }),
    'MotionTabled.v3': (data) => ({ type: 'MotionTabled', data }),
    'MotionWithdrawn.v1': (data) => ({ type: 'MotionWithdrawn', data }),
    'BallotOpened.v1': (data) => ({ type: 'BallotOpened', data: { ...data, rules: null, lead: null } }),
    'BallotOpened.v2': (data) => ({ type: 'BallotOpened', data }),
    'VoteCast.v1': (data) => ({ type: 'VoteCast', data }),
    'VoteDisplaced.v1': (data) => ({ type: 'VoteDisplaced', data }),
    'BallotClosed.v1': (data) => ({ type: 'BallotClosed', data: { ...data, endedAt: null } }),
    'BallotClosed.v2': (data) => ({ type: 'BallotClosed', data }),
    'MotionCarriedOver.v1': (data) => ({ type: 'MotionCarriedOver', data }),
    'MotionEscalated.v1': (data) => ({ type: 'MotionEscalated', data }),
    'DecisionRecorded.v1': (data) => ({
      type: 'DecisionRecorded',
      data: { ...data, grants: [], conditions: [], callIn: [], supersedes: null },
    }),
    'DecisionRecorded.v2': (data) => ({
      type: 'DecisionRecorded',
      data: { ...data, callIn: [], supersedes: null },
    }),
    'DecisionRecorded.v3': (data) => ({ type: 'DecisionRecorded', data }),
    'DecisionCalledIn.v1': (data) => ({ type: 'DecisionCalledIn', data }),
    'DecisionRatified.v1': (data) => ({ type: 'DecisionRatified', data }),
    'CallInWindowClosed.v1': (data) => ({ type: 'CallInWindowClosed', data }),
    'DecisionSuperseded.v1': (data) => ({ type: 'DecisionSuperseded', data }),
  },
  words: {
    MotionTabled: ['question'],
    MotionWithdrawn: ['reason'],
    VoteCast: ['reason'],
    MotionEscalated: ['reason'],
    DecisionRecorded: ['rationale', 'conditionTexts'],
    DecisionCalledIn: ['reason'],
    DecisionRatified: ['reason'],
  },
});
