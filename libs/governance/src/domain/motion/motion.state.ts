import { unreachable } from '@docket/kernel';
import { afterwardsOf, asDecided, type Afterwards } from './afterwards';
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

/**
 * `bodyId` is the body it is before now. `carriedOver`: how many of its ballots ended without a quorum; `passedOnBy`: the bodies it was before, first to
 * last.
 */
type Known = Tabled & Readonly<{ carriedOver: number; passedOnBy: readonly string[] }>;

export type TabledMotion = Readonly<{ status: 'tabled' } & Known>;
/** `votes` holds the last vote of each person. */
export type MotionOnBallot = Readonly<
  { status: 'ballot-open'; ballot: Ballot; votes: ReadonlyMap<string, Vote> } & Known
>;
export type ClosedMotion = Readonly<{ status: 'closed'; result: BallotClosed['data']['result'] } & Known>;
export type DecidedMotion = Readonly<
  { status: 'decided'; decision: DecisionRecorded['data']; afterwards: Afterwards } & Known
>;

export type WithdrawnMotion = Readonly<{ status: 'withdrawn'; reason: string } & Known>;

export type KnownMotion = TabledMotion | WithdrawnMotion | MotionOnBallot | ClosedMotion | DecidedMotion;
export type MotionState = Readonly<{ status: 'absent' }> | KnownMotion;

export const initialState = (): MotionState => ({ status: 'absent' });

/** What was tabled, and what it has been through. */
const knownOf = (motion: KnownMotion): Known => ({
  ...tabledOf(motion),
  carriedOver: motion.carriedOver,
  passedOnBy: motion.passedOnBy,
});

/** What was tabled. */
export const tabledOf = ({
  motionId,
  portfolioId,
  bodyId,
  projectId,
  matter,
  kind,
  ask,
  question,
  proposer,
  supersedes,
}: KnownMotion): Tabled => ({
  motionId,
  portfolioId,
  bodyId,
  projectId,
  matter,
  kind,
  ask,
  question,
  proposer,
  supersedes,
});

export const evolve = (state: MotionState, event: MotionEvent): MotionState => {
  if (event.type === 'MotionTabled')
    return { status: 'tabled', ...event.data, carriedOver: 0, passedOnBy: [] };
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
    case 'MotionEscalated': {
      const { from, to } = event.data;
      return { ...knownOf(state), status: 'tabled', bodyId: to, passedOnBy: [...state.passedOnBy, from] };
    }
    case 'DecisionRecorded':
      return {
        ...knownOf(state),
        status: 'decided',
        decision: event.data,
        afterwards: asDecided(event.data),
      };
    case 'DecisionCalledIn':
    case 'DecisionRatified':
    case 'CallInWindowClosed':
    case 'DecisionSuperseded':
      return state.status === 'decided'
        ? { ...state, afterwards: afterwardsOf(state.afterwards, event) }
        : state;
    default:
      return unreachable(event);
  }
};
