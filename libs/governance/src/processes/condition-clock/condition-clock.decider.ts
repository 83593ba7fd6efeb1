import {
  accept,
  processDecider,
  unreachable,
  type ProcessCommand,
  type Recorded,
  type StepOutcome,
  type Verdict,
} from '@docket/kernel';
import type {
  ConditionLapsed,
  ConditionMet,
  ConditionReleased,
  ConditionSet,
  ConditionWaived,
} from '../../domain/condition';
import type {
  ConditionClockEvent,
  ConditionClockSet,
  ConditionClockStopped,
  ConditionInstant,
} from './condition-clock.events';

export type ConditionClockTrigger =
  ConditionSet | ConditionMet | ConditionWaived | ConditionReleased | ConditionLapsed;
export type ConditionClockCommand = ProcessCommand<ConditionClockTrigger>;

type Known = ConditionClockSet['data'];

/** `next` is the instant that is waited for. */
export type ConditionClockState = Readonly<
  { status: 'absent' } | ({ status: 'set'; next: ConditionInstant } & Known) | ({ status: 'ended' } & Known)
>;

/** What the step is called that is taken at an instant. */
export const stepAt = (instant: ConditionInstant): string => `lapse-condition-${instant}`;

export const initialState = (): ConditionClockState => ({ status: 'absent' });

const endedOf = (state: Exclude<ConditionClockState, { status: 'absent' }>): ConditionClockState => {
  const { conditionId, portfolioId, dueUntil, confirmableUntil } = state;
  const within = portfolioId === undefined ? {} : { portfolioId };
  return { status: 'ended', conditionId, ...within, dueUntil, confirmableUntil };
};

export const evolve = (state: ConditionClockState, event: ConditionClockEvent): ConditionClockState => {
  if (event.type === 'ConditionClockSet') return { status: 'set', next: 'due', ...event.data };
  if (state.status === 'absent') return state;
  switch (event.type) {
    case 'ConditionClockRung':
      return state.status === 'set' && event.data.at === 'due'
        ? { ...state, next: 'unconfirmed' }
        : endedOf(state);
    case 'ConditionClockStopped':
    case 'ConditionClockRefused':
      return endedOf(state);
    default:
      return unreachable(event);
  }
};

const notice = (
  event: Recorded<ConditionClockTrigger>,
  state: ConditionClockState,
): Verdict<ConditionClockSet | ConditionClockStopped, never> => {
  const { conditionId } = event.data;
  if (event.type !== 'ConditionSet')
    return state.status === 'set'
      ? accept({ type: 'ConditionClockStopped', data: { conditionId } })
      : accept();
  if (state.status !== 'absent') return accept();
  const { portfolioId, dueUntil, confirmableUntil } = event.data;
  return accept({
    type: 'ConditionClockSet',
    data: { conditionId, portfolioId, dueUntil, confirmableUntil },
  });
};

const endStep = (ended: StepOutcome, state: ConditionClockState): Verdict<ConditionClockEvent, never> => {
  if (state.status !== 'set' || ended.step !== stepAt(state.next)) return accept();
  const { conditionId, next: at, confirmableUntil } = state;
  return ended.outcome === 'accepted'
    ? accept({ type: 'ConditionClockRung', data: { conditionId, at, confirmableUntil } })
    : accept({ type: 'ConditionClockRefused', data: { conditionId, code: ended.code } });
};

/** A condition is asked to lapse when its due day has ended, and once more when evidence given in time was not confirmed. */
export const decider = processDecider<ConditionClockState, ConditionClockTrigger, ConditionClockEvent>({
  initialState,
  evolve,
  notice,
  endStep,
});
