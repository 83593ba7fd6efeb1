import type { Event, Instant } from '@docket/kernel';

/** What ties a person to a component beside a part in it. */
export const NATURES = ['financial', 'employment', 'supplier', 'family', 'other'] as const;
export type InterestNature = (typeof NATURES)[number];

/**
 * A person has an interest in the component and neither assesses nor decides on it while it stands: declared by themselves, or put on record for
 * them by who recorded the event. A second one of the same person takes the place of the first.
 */
export type InterestDeclared = Event<
  'InterestDeclared',
  { projectId: string; personId: string; nature: InterestNature; description: string; declaredAt: Instant }
>;
/** The interest has ended, for this reason. */
export type InterestWithdrawn = Event<
  'InterestWithdrawn',
  { projectId: string; personId: string; reason: string; withdrawnAt: Instant }
>;
