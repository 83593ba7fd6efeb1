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
import { BALLOT_CLOCK } from '../../domain/motion';
import { codec } from './ballot-clock.codec';
import {
  CLOSE_BALLOT,
  decider,
  stepOf,
  type BallotClockState,
  type ClockTrigger,
} from './ballot-clock.decider';
import type { BallotClockEvent } from './ballot-clock.events';

/** What the clock of a ballot asks of its motion. */
export type ToMotion = Outgoing<'close-ballot', { motionId: string }>;

/** The id of the clock of a motion's ballot. */
export const clockOf = (motionId: string): string => derivedUuid(BALLOT_CLOCK, motionId);

const isTrigger = (event: Recorded): event is Recorded<ClockTrigger> =>
  event.type === 'BallotOpened' || event.type === 'BallotClosed';

const pending = (state: BallotClockState): readonly ToMotion[] => {
  if (state.status !== 'set') return [];
  const { motionId, closesAt: due } = state;
  return [{ step: stepOf(state), operation: 'close-ballot', target: motionId, data: { motionId }, due }];
};

/** Closes a ballot when its time has come. */
export const ballotClock: Process<BallotClockState, ClockTrigger, BallotClockEvent, ToMotion> = {
  name: BALLOT_CLOCK,
  isTrigger,
  instanceOf: ({ data }) => clockOf(data.motionId),
  aggregate: {
    category: BALLOT_CLOCK,
    decider,
    codec,
    portfolioOf: (state) => (state.status === 'absent' ? undefined : state.portfolioId),
  },
  pending,
};

const ended = ({ data: { motionId } }: Readonly<{ data: Readonly<{ motionId: string }> }>) =>
  waitsNoMore(BALLOT_CLOCK, clockOf(motionId));

/** The ballots that wait for their time, for whoever looks what is due. */
export const dueStepProjection: Projection<DueStepRow, BallotClockEvent> = {
  table: dueStepTable,
  on: {
    BallotClockSet: ({ data: { motionId, closesAt: due } }) =>
      waitsFor(BALLOT_CLOCK, clockOf(motionId), { step: CLOSE_BALLOT, due }),
    BallotClockRung: ended,
    BallotClockStopped: ended,
    BallotClockRefused: ended,
  },
};
