import type { Day, Event, Instant } from '@docket/kernel';
import type { Consequence, Outcome } from '../motion';

/**
 * A conditional go has left this to be done. `dueUntil` is the first instant after its due day; `confirmableUntil` is how long evidence that
 * was given by then may be confirmed.
 */
export type ConditionSet = Event<
  'ConditionSet',
  {
    conditionId: string;
    portfolioId: string;
    motionId: string;
    bodyId: string;
    projectId: string;
    /** Its place among the conditions of the decision, from 0. */
    index: number;
    owner: string;
    due: Day;
    dueUntil: Instant;
    confirmableUntil: Instant;
    consequence: Consequence;
    what: string;
    /** What would show that it is met. */
    evidence: string;
  }
>;
/** Somebody shows that it is met; whether it is, others confirm. */
export type EvidenceGiven = Event<
  'EvidenceGiven',
  { conditionId: string; personId: string; evidence: string }
>;
/** Confirmed by somebody who neither owns it nor gave the evidence. */
export type ConditionMet = Event<'ConditionMet', { conditionId: string; finding: string }>;
/** The body's chair or secretary lets it go, on record. */
export type ConditionWaived = Event<'ConditionWaived', { conditionId: string; reason: string }>;
/** The decision of the motion `by` has ended the work, with `outcome`, while there was still time to meet it: nothing is owed any more. */
export type ConditionReleased = Event<
  'ConditionReleased',
  { conditionId: string; by: string; outcome: Outcome }
>;
/** Its time was over at `lapsedAt`, however late somebody looked. `unconfirmed`: evidence was there in time and nobody confirmed it. */
export type ConditionLapsed = Event<
  'ConditionLapsed',
  { conditionId: string; lapsedAt: Instant; consequence: Consequence; unconfirmed: boolean }
>;
/** What a body is called to put to itself: whatever it then thinks right, or what was announced with the condition. */
export type CalledFor = 'decision' | 'hold' | 'kill';
/** People are to table a motion before the body: nothing is decided by the lapse itself. */
export type MotionCalledFor = Event<
  'MotionCalledFor',
  { conditionId: string; motionId: string; bodyId: string; projectId: string; ask: CalledFor }
>;

export type ConditionEvent =
  | ConditionSet
  | EvidenceGiven
  | ConditionMet
  | ConditionWaived
  | ConditionReleased
  | ConditionLapsed
  | MotionCalledFor;
