import type { Event } from '@docket/kernel';

type Of<Data extends object> = { portfolioId: string; projectId: string; objectiveId: string } & Data;
/** A level on a version of the scale of contributions, with why. `reason` is free text. */
type Judged = { scale: string; level: number; reason: string };

/** Somebody says how strongly the component serves the objective. */
export type ContributionClaimed = Event<'ContributionClaimed', Of<Judged & { claimedBy: string }>>;
/** The PMO says how strongly it does; from here on it counts. */
export type ContributionConfirmed = Event<'ContributionConfirmed', Of<Judged & { confirmedBy: string }>>;
/** Nobody claims it any more. */
export type ContributionWithdrawn = Event<
  'ContributionWithdrawn',
  Of<{ reason: string; withdrawnBy: string }>
>;

export type AlignmentEvent = ContributionClaimed | ContributionConfirmed | ContributionWithdrawn;
