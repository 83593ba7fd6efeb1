import {
  accept,
  processDecider,
  unreachable,
  type Recorded,
  type StepOutcome,
  type Verdict,
} from '@docket/kernel';
import type { BallotOpened } from '../../domain/motion';
import type { CapsuleKeepingEvent, CapsuleKeepingOpened } from './capsule-keeping.events';

export type CapsuleKeepingState = Readonly<
  { status: 'absent' } | ({ status: 'open' | 'finished' } & CapsuleKeepingOpened['data'])
>;

export const KEEP_CAPSULE = 'keep-capsule';

const initialState = (): CapsuleKeepingState => ({ status: 'absent' });

const evolve = (state: CapsuleKeepingState, event: CapsuleKeepingEvent): CapsuleKeepingState => {
  switch (event.type) {
    case 'CapsuleKeepingOpened':
      return { status: 'open', ...event.data };
    case 'CapsuleKeepingDone':
    case 'CapsuleKeepingRefused':
      return state.status === 'absent' ? state : { ...state, status: 'finished' };
    default:
      return unreachable(event);
  }
};

const notice = (
  { data: { motionId }, revision: opened, meta: { portfolio } }: Recorded<BallotOpened>,
  state: CapsuleKeepingState,
): Verdict<CapsuleKeepingOpened, never> => {
  if (state.status !== 'absent') return accept();
  const within = portfolio === undefined ? {} : { portfolioId: portfolio };
  return accept({ type: 'CapsuleKeepingOpened', data: { motionId, ...within, opened } });
};

const endStep = (ended: StepOutcome, state: CapsuleKeepingState): Verdict<CapsuleKeepingEvent, never> => {
  if (state.status !== 'open' || ended.step !== KEEP_CAPSULE) return accept();
  const { motionId, opened } = state;
  return ended.outcome === 'accepted'
    ? accept({ type: 'CapsuleKeepingDone', data: { motionId, opened } })
    : accept({ type: 'CapsuleKeepingRefused', data: { motionId, opened, code: ended.code } });
};

/** What a body saw is kept once its ballot has opened: each ballot of a motion is an instance of its own. */
export const decider = processDecider<CapsuleKeepingState, BallotOpened, CapsuleKeepingEvent>({
  initialState,
  evolve,
  notice,
  endStep,
});
