import {
  accept,
  processDecider,
  unreachable,
  type ProcessCommand,
  type Recorded,
  type StepOutcome,
  type Verdict,
} from '@docket/kernel';
import {
  ENDS_WORK,
  type BallotClosed,
  type DecisionRecorded,
  type MotionWithdrawn,
} from '../../domain/motion';
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

/** What is to be done for a motion, in order: at least one step. */
const stepsOf = ({ decision, portfolioId }: Opened): readonly [FollowUpStep, ...FollowUpStep[]] => {
  if (!decision)
    return portfolioId === undefined ? ['release-motion'] : ['settle-authority', 'release-motion'];
  const settling: readonly FollowUpStep[] =
    decision.grants.length > 0 && portfolioId !== undefined ? ['settle-authority'] : [];
  const superseding: readonly FollowUpStep[] = decision.supersedes === null ? [] : ['supersede-decision'];
  const releasing: readonly FollowUpStep[] = ENDS_WORK.has(decision.outcome) ? ['release-conditions'] : [];
  const [first = 'carry-decision', ...others]: readonly FollowUpStep[] = [
    ...settling,
    ...superseding,
    'carry-decision',
    ...releasing,
  ];
  return [first, ...others];
};

/** The step behind one that has ended; `undefined` behind the last, and behind one that is on no list. */
const followingOf = (opened: Opened, ended: FollowUpStep): FollowUpStep | undefined => {
  const steps = stepsOf(opened);
  return steps.includes(ended) ? steps[steps.indexOf(ended) + 1] : undefined;
};

const after = (opened: Opened, next: FollowUpStep | undefined): DecisionFollowUpState =>
  next === undefined ? { ...opened, status: 'finished' } : { ...opened, status: 'open', next };

export const evolve = (state: DecisionFollowUpState, event: DecisionFollowUpEvent): DecisionFollowUpState => {
  if (event.type === 'DecisionFollowUpOpened')
    return { status: 'open', ...event.data, next: stepsOf(event.data)[0] };
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'DecisionFollowUpStepDone':
      return after(openedOf(state), followingOf(state, event.data.step));
    case 'DecisionFollowUpStepRefused':
      return after(
        openedOf(state),
        event.data.step === 'carry-decision' ? 'release-motion' : followingOf(state, event.data.step),
      );
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
      const { bodyId, outcome, grants, supersedes } = event.data;
      return accept({
        type: 'DecisionFollowUpOpened',
        data: { motionId, projectId, ...portfolio, decision: { bodyId, outcome, grants, supersedes } },
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
 * What is reserved for a recorded decision is confirmed, an earlier one gives way to it, and it is carried to its project; a motion that ended without one releases what is reserved for it and its project, one that is carried over does not. A project that refuses a
 * decision is released, so that it can be decided anew, and the refusal stays on record.
 */
export const decider = processDecider<DecisionFollowUpState, FollowUpTrigger, DecisionFollowUpEvent>({
  initialState,
  evolve,
  notice,
  endStep,
});
