import { unreachable } from '@docket/kernel';
import type {
  BallotClosed,
  BallotOpened,
  Choice,
  DecisionRecorded,
  MotionEvent,
  MotionTabled,
} from './motion.events';

type Tabled = MotionTabled['data'];
type Vote = Readonly<{ choice: Choice; reason: string }>;
type Ballot = Omit<BallotOpened['data'], 'motionId'>;

export type TabledMotion = Readonly<{ status: 'tabled' } & Tabled>;
/** `votes` holds the last vote of each person. */
export type MotionOnBallot = Readonly<
  { status: 'ballot-open'; ballot: Ballot; votes: ReadonlyMap<string, Vote> } & Tabled
>;
export type ClosedMotion = Readonly<{ status: 'closed'; result: BallotClosed['data']['result'] } & Tabled>;
export type DecidedMotion = Readonly<{ status: 'decided'; decision: DecisionRecorded['data'] } & Tabled>;

export type WithdrawnMotion = Readonly<{ status: 'withdrawn'; reason: string } & Tabled>;

export type KnownMotion = TabledMotion | WithdrawnMotion | MotionOnBallot | ClosedMotion | DecidedMotion;
export type MotionState = Readonly<{ status: 'absent' }> | KnownMotion;

export const initialState = (): MotionState => ({ status: 'absent' });

const tabledOf = ({
  motionId,
  portfolioId,
  bodyId,
  projectId,
  ask,
  question,
  proposer,
}: KnownMotion): Tabled => ({
  motionId,
  portfolioId,
  bodyId,
  projectId,
  ask,
  question,
  proposer,
});

export const evolve = (state: MotionState, event: MotionEvent): MotionState => {
  if (event.type === 'MotionTabled') return { status: 'tabled', ...event.data };
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'MotionWithdrawn':
      return { ...tabledOf(state), status: 'withdrawn', reason: event.data.reason };
    case 'BallotOpened': {
      const { motionId: _, ...ballot } = event.data;
      return { ...tabledOf(state), status: 'ballot-open', ballot, votes: new Map() };
    }
    case 'VoteCast': {
      if (state.status !== 'ballot-open') return state;
      const { personId, choice, reason } = event.data;
      return { ...state, votes: new Map(state.votes).set(personId, { choice, reason }) };
    }
    case 'BallotClosed':
      return { ...tabledOf(state), status: 'closed', result: event.data.result };
    case 'DecisionRecorded':
      return { ...tabledOf(state), status: 'decided', decision: event.data };
    default:
      return unreachable(event);
  }
};
