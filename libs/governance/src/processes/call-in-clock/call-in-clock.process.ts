import {
  derivedUuid,
  dueStepTable,
  waitsFor,
  waitsNoMore,
  type DueStepRow,
  type Outgoing,
  type Process,
  type Projection,
  type Recorded,
} from '@docket/kernel';
import { codec } from './call-in-clock.codec';
import { decider, stepAt, type CallInClockState, type CallInTrigger } from './call-in-clock.decider';
import type { CallInClockEvent } from './call-in-clock.events';

/** What the clock of a decision's call-in asks of its motion. */
export type ToDecision = Outgoing<'close-call-in', { motionId: string }>;

const NAME = 'call-in-clock';

/** The id of the clock of a decision's call-in, by its motion. */
export const callInClockOf = (motionId: string): string => derivedUuid(NAME, motionId);

const TRIGGERS: ReadonlySet<string> = new Set<CallInTrigger['type']>([
  'DecisionRecorded',
  'DecisionRatified',
  'DecisionCalledIn',
  'DecisionSuperseded',
]);

const isTrigger = (event: Recorded): event is Recorded<CallInTrigger> => TRIGGERS.has(event.type);

const pending = (state: CallInClockState): readonly ToDecision[] => {
  if (state.status !== 'set') return [];
  const { motionId: target, until: due } = state;
  return [{ step: stepAt(due), operation: 'close-call-in', target, data: { motionId: target }, due }];
};

/** Notes at a decision that it can be called in no more, when that time has come. */
export const callInClock: Process<CallInClockState, CallInTrigger, CallInClockEvent, ToDecision> = {
  name: NAME,
  isTrigger,
  instanceOf: ({ data }) => callInClockOf(data.motionId),
  aggregate: {
    category: NAME,
    decider,
    codec,
    portfolioOf: (state) => (state.status === 'absent' ? undefined : state.portfolioId),
  },
  pending,
};

const ended = ({ data: { motionId } }: Readonly<{ data: Readonly<{ motionId: string }> }>) =>
  waitsNoMore(NAME, callInClockOf(motionId));

/** The decisions that wait for the end of their windows, for whoever looks what is due. */
export const callInDueStepProjection: Projection<DueStepRow, CallInClockEvent> = {
  table: dueStepTable,
  on: {
    CallInClockSet: ({ data: { motionId, until: due } }) =>
      waitsFor(NAME, callInClockOf(motionId), { step: stepAt(due), due }),
    CallInClockRung: ended,
    CallInClockStopped: ended,
    CallInClockRefused: ended,
  },
};
