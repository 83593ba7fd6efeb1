import type { Day, Event } from '@docket/kernel';

/**
 * A reviewer's judgement of how sure the delivery of a project is on that day, in a version of a scale. `corrects` is the
 * revision of the event by which the same reviewer judged the same day before; both stay readable.
 */
export type DeliveryConfidenceJudged = Event<
  'DeliveryConfidenceJudged',
  {
    projectId: string;
    judgedFor: Day;
    reviewer: string;
    scale: string;
    rating: string;
    reason: string;
    corrects?: number;
  }
>;

/** The judgement of that reviewer for that day counts no more; `withdraws` is the revision of its event. */
export type DeliveryConfidenceWithdrawn = Event<
  'DeliveryConfidenceWithdrawn',
  { projectId: string; judgedFor: Day; reviewer: string; withdraws: number; reason: string }
>;
