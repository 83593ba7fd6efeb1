import type { Event, Instant } from '@docket/kernel';

/** A decision can be called in until then; set again where a body let it stand and those above have another time. */
export type CallInClockSet = Event<
  'CallInClockSet',
  { motionId: string; portfolioId?: string; until: Instant }
>;
/** The instant had come and the window was closed; how much later that was is in the event's own metadata. */
export type CallInClockRung = Event<'CallInClockRung', { motionId: string; until: Instant }>;
/** Nobody may call it in any more: it was called in, ratified by all who may, or superseded. */
export type CallInClockStopped = Event<'CallInClockStopped', { motionId: string }>;
/** The motion refused to close the window, under this code. */
export type CallInClockRefused = Event<'CallInClockRefused', { motionId: string; code: string }>;

export type CallInClockEvent = CallInClockSet | CallInClockRung | CallInClockStopped | CallInClockRefused;
