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
import type {
  DecisionCalledIn,
  DecisionRatified,
  DecisionRecorded,
  DecisionSuperseded,
} from '../../domain/motion';
import type { CallInClockEvent, CallInClockSet, CallInClockStopped } from './call-in-clock.events';

export type CallInTrigger = DecisionRecorded | DecisionRatified | DecisionCalledIn | DecisionSuperseded;
export type CallInClockCommand = ProcessCommand<CallInTrigger>;

type Known = CallInClockSet['data'];

export type CallInClockState = Readonly<
  { status: 'absent' } | ({ status: 'set' } & Known) | ({ status: 'ended' } & Known)
>;

/** What the step is called that is taken at an instant: one that is set again has another. */
export const stepAt = (until: Instant): string => `close-call-in-${until}`;

export const initialState = (): CallInClockState => ({ status: 'absent' });

export const evolve = (state: CallInClockState, event: CallInClockEvent): CallInClockState => {
  switch (event.type) {
    case 'CallInClockSet':
      return { status: 'set', ...event.data };
    case 'CallInClockRung':
    case 'CallInClockStopped':
    case 'CallInClockRefused':
      return state.status === 'absent' ? state : { ...state, status: 'ended' };
    default:
      return unreachable(event);
  }
};

type Noticed = Verdict<CallInClockSet | CallInClockStopped, never>;

const recorded = ({ data, meta }: Recorded<DecisionRecorded>, state: CallInClockState): Noticed => {
  const until = data.callIn
    .map((window) => window.until)
    .sort()
    .at(-1);
  if (state.status !== 'absent' || until === undefined) return accept();
  const portfolio = meta.portfolio === undefined ? {} : { portfolioId: meta.portfolio };
  return accept({ type: 'CallInClockSet', data: { motionId: data.motionId, ...portfolio, until } });
};

const notice = (event: Recorded<CallInTrigger>, state: CallInClockState): Noticed => {
  if (event.type === 'DecisionRecorded') return recorded(event, state);
  if (state.status !== 'set') return accept();
  const { motionId, portfolioId } = state;
  const until = event.type === 'DecisionRatified' ? event.data.openUntil : null;
  if (until === null) return accept({ type: 'CallInClockStopped', data: { motionId } });
  const within = portfolioId === undefined ? {} : { portfolioId };
  return until === state.until
    ? accept()
    : accept({ type: 'CallInClockSet', data: { motionId, ...within, until } });
};

const endStep = (ended: StepOutcome, state: CallInClockState): Verdict<CallInClockEvent, never> => {
  if (state.status !== 'set' || ended.step !== stepAt(state.until)) return accept();
  const { motionId, until } = state;
  return ended.outcome === 'accepted'
    ? accept({ type: 'CallInClockRung', data: { motionId, until } })
    : accept({ type: 'CallInClockRefused', data: { motionId, code: ended.code } });
};

/** When the last time to call a decision in has ended, that is noted at the decision. */
export const decider = processDecider<CallInClockState, CallInTrigger, CallInClockEvent>({
  initialState,
  evolve,
  notice,
  endStep,
});
