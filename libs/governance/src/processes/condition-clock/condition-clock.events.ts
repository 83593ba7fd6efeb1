import type { Event, Instant } from '@docket/kernel';

/** A condition was set: it is looked at when its due day has ended, and when evidence can no longer be confirmed. */
export type ConditionClockSet = Event<
  'ConditionClockSet',
  { conditionId: string; portfolioId?: string; dueUntil: Instant; confirmableUntil: Instant }
>;
/** Which of the two instants has come. */
export type ConditionInstant = 'due' | 'unconfirmed';
/** The instant had come and the condition was asked to lapse; how much later that was is in the event's own metadata. */
export type ConditionClockRung = Event<
  'ConditionClockRung',
  { conditionId: string; at: ConditionInstant; confirmableUntil: Instant }
>;
/** The condition has ended: met, waived or lapsed. */
export type ConditionClockStopped = Event<'ConditionClockStopped', { conditionId: string }>;
/** The condition refused to lapse, under this code: nothing is left to look at. */
export type ConditionClockRefused = Event<'ConditionClockRefused', { conditionId: string; code: string }>;

export type ConditionClockEvent =
  ConditionClockSet | ConditionClockRung | ConditionClockStopped | ConditionClockRefused;
