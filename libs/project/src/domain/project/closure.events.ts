import type { Day, Event, Money } from '@docket/kernel';

/** How work ends that a body authorised: it has delivered, or is stopped. */
export type ClosedAs = 'completed' | 'killed';

/**
 * What is left to say of work that has ended. `start` is absent where work was killed before it began. `benefitOwner` answers for its benefits from now on;
 * only of killed work it may be nobody, and `noOwnerReason` says why. Lessons and reason are free texts.
 */
export type ClosureContent = Readonly<{
  finalCost: Money;
  start?: Day;
  finish: Day;
  lessons: string;
  benefitOwner?: string;
  noOwnerReason?: string;
}>;

/** The closure report of ended work, after the decision of `motionId` that ended it. Given once. */
export type ProjectClosed = Event<
  'ProjectClosed',
  { projectId: string; outcome: ClosedAs; motionId: string } & ClosureContent
>;
/** The closure report anew, whole, and why; `corrects` is the revision of the event whose words it takes the place of. */
export type ClosureCorrected = Event<
  'ClosureCorrected',
  { projectId: string; corrects: number; reason: string } & ClosureContent
>;

export type ClosureEvent = ProjectClosed | ClosureCorrected;
