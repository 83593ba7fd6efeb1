import {
  accept,
  processDecider,
  unreachable,
  type Instant,
  type ProcessCommand,
  type Recorded,
  type StepOutcome,
  type Verdict,
} from '@docket/kernel';
import { BALLOT_CLOCK, type BallotClosed, type BallotOpened } from '../../domain/motion';
import type { BallotClockEvent, BallotClockSet, BallotClockStopped } from './ballot-clock.events';

export type ClockTrigger = BallotOpened | BallotClosed;
export type ClockCommand = ProcessCommand<ClockTrigger>;

export const CLOSE_BALLOT = 'close-ballot';

/** `ballots`: for how many ballots of the motion it was set. */
type Known = Readonly<{ motionId: string; portfolioId?: string; closesAt: Instant; ballots: number }>;

export type BallotClockState =
  | Readonly<{ status: 'absent' }>
  | Readonly<{ status: 'set' } & Known>
  | Readonly<{ status: 'ended' } & Known>;

export const initialState = (): BallotClockState => ({ status: 'absent' });

export const evolve = (state: BallotClockState, event: BallotClockEvent): BallotClockState => {
  switch (event.type) {
    case 'BallotClockSet':
      return {
        ...event.data,
        status: 'set',
        ballots: state.status === 'absent' ? 1 : state.ballots + 1,
      };
    case 'BallotClockRung':
    case 'BallotClockStopped':
    case 'BallotClockRefused':
      return state.status === 'absent' ? state : { ...state, status: 'ended' };
    default:
      return unreachable(event);
  }
};

/** Each ballot of a motion is closed by a step of its own. */
export const stepOf = ({ ballots }: Pick<Known, 'ballots'>): string =>
  ballots === 1 ? CLOSE_BALLOT : `${CLOSE_BALLOT}-${ballots}`;

const notice = (
  event: Recorded<ClockTrigger>,
  state: BallotClockState,
): Verdict<BallotClockSet | BallotClockStopped, never> => {
  const { motionId } = event.data;
  if (event.type === 'BallotClosed')
    return state.status === 'set' && event.meta.actor !== `process:${BALLOT_CLOCK}`
      ? accept({ type: 'BallotClockStopped', data: { motionId } })
      : accept();
  const { closesAt } = event.data;
  if (state.status === 'set' || closesAt === undefined) return accept();
  const { portfolio } = event.meta;
  const within = portfolio === undefined ? {} : { portfolioId: portfolio };
  return accept({ type: 'BallotClockSet', data: { motionId, ...within, closesAt } });
};

const endStep = (ended: StepOutcome, state: BallotClockState): Verdict<BallotClockEvent, never> => {
  if (state.status !== 'set' || ended.step !== stepOf(state)) return accept();
  const { motionId, closesAt } = state;
  return ended.outcome === 'accepted'
    ? accept({ type: 'BallotClockRung', data: { motionId, closesAt } })
    : accept({ type: 'BallotClockRefused', data: { motionId, code: ended.code } });
};

/**
 * A ballot that says when it closes is closed then, unless somebody has closed it before. A motion can have several ballots, one after the other: each sets the
 * clock anew, to whatever instant; an event that is told again is known by its id.
 */
export const decider = processDecider<BallotClockState, ClockTrigger, BallotClockEvent>({
  initialState,
  evolve,
  notice,
  endStep,
});
