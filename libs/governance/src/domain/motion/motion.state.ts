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

/** `carriedOver`: how many of its ballots ended without a quorum. */
type Known = Tabled & Readonly<{ carriedOver: number }>;

export type TabledMotion = Readonly<{ status: 'tabled' } & Known>;
/** `votes` holds the last vote of each person. */
export type MotionOnBallot = Readonly<
  { status: 'ballot-open'; ballot: Ballot; votes: ReadonlyMap<string, Vote> } & Known
>;
export type ClosedMotion = Readonly<{ status: 'closed'; result: BallotClosed['data']['result'] } & Known>;
export type DecidedMotion = Readonly<{ status: 'decided'; decision: DecisionRecorded['data'] } & Known>;

export type WithdrawnMotion = Readonly<{ status: 'withdrawn'; reason: string } & Known>;

export type KnownMotion = TabledMotion | WithdrawnMotion | MotionOnBallot | ClosedMotion | DecidedMotion;
export type MotionState = Readonly<{ status: 'absent' }> | KnownMotion;

export const initialState = (): MotionState => ({ status: 'absent' });

/** What was tabled, and how often it was carried over. */
const knownOf = (motion: KnownMotion): Known => ({ ...tabledOf(motion), carriedOver: motion.carriedOver });

/** What was tabled. */
export const tabledOf = ({
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
  if (event.type === 'MotionTabled') return { status: 'tabled', ...event.data, carriedOver: 0 };
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'MotionWithdrawn':
      return { ...knownOf(state), status: 'withdrawn', reason: event.data.reason };
    case 'BallotOpened': {
      const { motionId: _, ...ballot } = event.data;
      return { ...knownOf(state), status: 'ballot-open', ballot, votes: new Map() };
    }
    case 'VoteCast': {
      if (state.status !== 'ballot-open') return state;
      const { personId, choice, reason } = event.data;
      return { ...state, votes: new Map(state.votes).set(personId, { choice, reason }) };
    }
    case 'VoteDisplaced': {
      if (state.status !== 'ballot-open') return state;
      const votes = new Map(state.votes);
      votes.delete(event.data.personId);
      return { ...state, votes };
    }
    case 'BallotClosed':
      return { ...knownOf(state), status: 'closed', result: event.data.result };
    case 'MotionCarriedOver':
      return { ...knownOf(state), status: 'tabled', carriedOver: event.data.ballots };
    case 'DecisionRecorded':
      return { ...knownOf(state), status: 'decided', decision: event.data };
    default:
      return unreachable(event);
  }
};
