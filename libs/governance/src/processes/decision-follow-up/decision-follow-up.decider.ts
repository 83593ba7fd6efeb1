import {
  accept,
  processDecider,
  unreachable,
  type ProcessCommand,
  type Recorded,
  type StepOutcome,
  type Verdict,
} from '@docket/kernel';
import type { BallotClosed, DecisionRecorded, MotionWithdrawn } from '../../domain/motion';
import type {
  DecisionFollowUpEvent,
  DecisionFollowUpOpened,
  FollowUpStep,
} from './decision-follow-up.events';

export type FollowUpTrigger = BallotClosed | DecisionRecorded | MotionWithdrawn;
export type FollowUpCommand = ProcessCommand<FollowUpTrigger>;

type Opened = DecisionFollowUpOpened['data'];
/** `next` is the step to take. */
export type DecisionFollowUpState =
  | Readonly<{ status: 'absent' }>
  | Readonly<{ status: 'open'; next: FollowUpStep } & Opened>
  | Readonly<{ status: 'finished' } & Opened>;

export const initialState = (): DecisionFollowUpState => ({ status: 'absent' });

const openedOf = ({ motionId, projectId, portfolioId, decision }: Opened): Opened => ({
  motionId,
  projectId,
  ...(portfolioId === undefined ? {} : { portfolioId }),
  ...(decision === undefined ? {} : { decision }),
});

export const evolve = (state: DecisionFollowUpState, event: DecisionFollowUpEvent): DecisionFollowUpState => {
  if (event.type === 'DecisionFollowUpOpened')
    return { status: 'open', ...event.data, next: event.data.decision ? 'carry-decision' : 'release-motion' };
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'DecisionFollowUpStepDone':
      return { ...openedOf(state), status: 'finished' };
    case 'DecisionFollowUpStepRefused':
      return event.data.step === 'carry-decision'
        ? { ...openedOf(state), status: 'open', next: 'release-motion' }
        : { ...openedOf(state), status: 'finished' };
    default:
      return unreachable(event);
  }
};

const notice = (
  event: Recorded<FollowUpTrigger>,
  state: DecisionFollowUpState,
): Verdict<DecisionFollowUpOpened, never> => {
  if (state.status !== 'absent') return accept();
  const portfolio = event.meta.portfolio === undefined ? {} : { portfolioId: event.meta.portfolio };
  const { motionId, projectId } = event.data;
  switch (event.type) {
    case 'MotionWithdrawn':
      return accept({ type: 'DecisionFollowUpOpened', data: { motionId, projectId, ...portfolio } });
    case 'BallotClosed':
      return event.data.result !== 'lost'
        ? accept()
        : accept({ type: 'DecisionFollowUpOpened', data: { motionId, projectId, ...portfolio } });
    case 'DecisionRecorded': {
      const { bodyId, outcome } = event.data;
      return accept({
        type: 'DecisionFollowUpOpened',
        data: { motionId, projectId, ...portfolio, decision: { bodyId, outcome } },
      });
    }
    default:
      return unreachable(event);
  }
};

const endStep = (ended: StepOutcome, state: DecisionFollowUpState): Verdict<DecisionFollowUpEvent, never> => {
  if (state.status !== 'open' || state.next !== ended.step) return accept();
  const { motionId, next: step } = state;
  return ended.outcome === 'accepted'
    ? accept({ type: 'DecisionFollowUpStepDone', data: { motionId, step } })
    : accept({ type: 'DecisionFollowUpStepRefused', data: { motionId, step, code: ended.code } });
};

/**
 * A recorded decision is carried to its project; a motion that ended without one releases it, one that is carried over does not. A project that refuses a
 * decision is released, so that it can be decided anew, and the refusal stays on record.
 */
export const decider = processDecider<DecisionFollowUpState, FollowUpTrigger, DecisionFollowUpEvent>({
  initialState,
  evolve,
  notice,
  endStep,
});
