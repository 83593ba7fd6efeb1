import type { Event } from '@docket/kernel';

/** A ballot has opened, with this revision of its motion's stream: what the body saw is to be kept. */
export type CapsuleKeepingOpened = Event<
  'CapsuleKeepingOpened',
  { motionId: string; portfolioId?: string; opened: number }
>;
/** The bytes lie among the records, and an event says so. */
export type CapsuleKeepingDone = Event<'CapsuleKeepingDone', { motionId: string; opened: number }>;
/** It was refused for good: people must look, under this code. */
export type CapsuleKeepingRefused = Event<
  'CapsuleKeepingRefused',
  { motionId: string; opened: number; code: string }
>;

export type CapsuleKeepingEvent = CapsuleKeepingOpened | CapsuleKeepingDone | CapsuleKeepingRefused;
