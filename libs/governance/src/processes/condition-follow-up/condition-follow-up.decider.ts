import {
  accept,
  processDecider,
  unreachable,
  type ProcessCommand,
  type Recorded,
  type StepOutcome,
  type Verdict,
} from '@docket/kernel';
import type { DecisionRecorded } from '../../domain/motion';
import type { ConditionFollowUpEvent, ConditionFollowUpOpened } from './condition-follow-up.events';

export type ConditionFollowUpCommand = ProcessCommand<DecisionRecorded>;

/** `next` is the place of the condition to set; all are set when it is as many as there are. */
export type ConditionFollowUpState = Readonly<
  { status: 'absent' } | ({ status: 'open'; next: number } & ConditionFollowUpOpened['data'])
>;

/** What the step is called that sets the condition at a place. */
export const stepOf = (index: number): string => `set-condition-${index}`;

export const initialState = (): ConditionFollowUpState => ({ status: 'absent' });

export const evolve = (
  state: ConditionFollowUpState,
  event: ConditionFollowUpEvent,
): ConditionFollowUpState => {
  if (event.type === 'ConditionFollowUpOpened') return { status: 'open', ...event.data, next: 0 };
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'ConditionFollowUpStepDone':
    case 'ConditionFollowUpStepRefused':
      return { ...state, next: event.data.index + 1 };
    default:
      return unreachable(event);
  }
};

const notice = (
  { data: { motionId, conditions }, meta: { portfolio } }: Recorded<DecisionRecorded>,
  state: ConditionFollowUpState,
): Verdict<ConditionFollowUpOpened, never> => {
  if (state.status !== 'absent' || conditions.length === 0) return accept();
  const within = portfolio === undefined ? {} : { portfolioId: portfolio };
  return accept({
    type: 'ConditionFollowUpOpened',
    data: { motionId, ...within, conditions: conditions.length },
  });
};

const endStep = (
  ended: StepOutcome,
  state: ConditionFollowUpState,
): Verdict<ConditionFollowUpEvent, never> => {
  if (state.status !== 'open' || ended.step !== stepOf(state.next)) return accept();
  const { motionId, next: index } = state;
  return ended.outcome === 'accepted'
    ? accept({ type: 'ConditionFollowUpStepDone', data: { motionId, index } })
    : accept({ type: 'ConditionFollowUpStepRefused', data: { motionId, index, code: ended.code } });
};

/** Every condition of a recorded decision gets its stream, one after the other; one that is refused holds up none. */
export const decider = processDecider<ConditionFollowUpState, DecisionRecorded, ConditionFollowUpEvent>({
  initialState,
  evolve,
  notice,
  endStep,
});
