import type { Event } from '@docket/kernel';

/** A decision with so many conditions was recorded: each is to be set. */
export type ConditionFollowUpOpened = Event<
  'ConditionFollowUpOpened',
  { motionId: string; portfolioId?: string; conditions: number }
>;
/** The condition at this place, from 0, has its stream. */
export type ConditionFollowUpStepDone = Event<
  'ConditionFollowUpStepDone',
  { motionId: string; index: number }
>;
/** It was refused for good: people must look, under this code. */
export type ConditionFollowUpStepRefused = Event<
  'ConditionFollowUpStepRefused',
  { motionId: string; index: number; code: string }
>;

export type ConditionFollowUpEvent =
  ConditionFollowUpOpened | ConditionFollowUpStepDone | ConditionFollowUpStepRefused;
