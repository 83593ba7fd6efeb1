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
import { codec } from './condition-clock.codec';
import {
  decider,
  stepAt,
  type ConditionClockState,
  type ConditionClockTrigger,
} from './condition-clock.decider';
import type { ConditionClockEvent, ConditionClockRung, ConditionClockSet } from './condition-clock.events';

/** What the clock of a condition asks of it. */
export type ToCondition = Outgoing<'lapse-condition', { conditionId: string }>;

const NAME = 'condition-clock';

/** The id of the clock of a condition. */
export const conditionClockOf = (conditionId: string): string => derivedUuid(NAME, conditionId);

const TRIGGERS: ReadonlySet<string> = new Set<ConditionClockTrigger['type']>([
  'ConditionSet',
  'ConditionMet',
  'ConditionWaived',
  'ConditionReleased',
  'ConditionLapsed',
]);

const isTrigger = (event: Recorded): event is Recorded<ConditionClockTrigger> => TRIGGERS.has(event.type);

const pending = (state: ConditionClockState): readonly ToCondition[] => {
  if (state.status !== 'set') return [];
  const { conditionId: target, next, dueUntil, confirmableUntil } = state;
  const due = next === 'due' ? dueUntil : confirmableUntil;
  return [{ step: stepAt(next), operation: 'lapse-condition', target, data: { conditionId: target }, due }];
};

/** Has a condition lapse when its time is over. */
export const conditionClock: Process<
  ConditionClockState,
  ConditionClockTrigger,
  ConditionClockEvent,
  ToCondition
> = {
  name: NAME,
  isTrigger,
  instanceOf: ({ data }) => conditionClockOf(data.conditionId),
  aggregate: {
    category: NAME,
    decider,
    codec,
    portfolioOf: (state) => (state.status === 'absent' ? undefined : state.portfolioId),
  },
  pending,
};

const ended = ({ data: { conditionId } }: Readonly<{ data: Readonly<{ conditionId: string }> }>) =>
  waitsNoMore(NAME, conditionClockOf(conditionId));

const set = ({ data: { conditionId, dueUntil: due } }: Recorded<ConditionClockSet>) =>
  waitsFor(NAME, conditionClockOf(conditionId), { step: stepAt('due'), due });

const rung = (event: Recorded<ConditionClockRung>) => {
  if (event.data.at === 'unconfirmed') return ended(event);
  const { conditionId, confirmableUntil: due } = event.data;
  return waitsFor(NAME, conditionClockOf(conditionId), { step: stepAt('unconfirmed'), due });
};

/** The conditions that wait for their time, for whoever looks what is due. */
export const conditionDueStepProjection: Projection<DueStepRow, ConditionClockEvent> = {
  table: dueStepTable,
  on: {
    ConditionClockSet: set,
    ConditionClockRung: rung,
    ConditionClockStopped: ended,
    ConditionClockRefused: ended,
  },
};
