import type { Day, DecimalText, Event } from '@docket/kernel';

/** What is counted or taken, in which unit, and whether a higher or a lower value is the better one. */
export type ObjectiveMeasure = Readonly<{ name: string; unit: string; direction: 'rises' | 'falls' }>;

/** A value of the measure on a day, in its unit. */
export type DatedValue = Readonly<{ value: DecimalText; day: Day }>;

/** What an objective says: where the measure stood, and where it is to stand by when. `description` is free text. */
export type ObjectiveDefinition = Readonly<{
  name: string;
  description: string;
  measure: ObjectiveMeasure;
  baseline: DatedValue;
  target: DatedValue;
}>;

/** The share of one objective; the shares given together sum to 1. */
export type ObjectiveWeight = Readonly<{ objectiveId: string; weight: DecimalText }>;

type Of<Data extends object = object> = { portfolioId: string; objectiveId: string } & Data;

export type ObjectiveAdded = Event<'ObjectiveAdded', Of<ObjectiveDefinition>>;
/** The objective is stated anew, as a whole; `reason` is there wherever what is measured or aimed at changed, but in version 1. */
export type ObjectiveRevised = Event<'ObjectiveRevised', Of<ObjectiveDefinition & { reason?: string }>>;
export type ObjectiveRetired = Event<'ObjectiveRetired', Of<{ reason: string }>>;
/** All objectives that were active have these weights from here on. */
export type ObjectivesWeighed = Event<
  'ObjectivesWeighed',
  { portfolioId: string; weights: readonly ObjectiveWeight[] }
>;
/** What the measure stood at on that day, as reported. */
export type ActualReported = Event<'ActualReported', Of<{ day: Day; value: DecimalText; note?: string }>>;
/** What was reported for that day was wrong: `former` is what stood until now. */
export type ActualCorrected = Event<
  'ActualCorrected',
  Of<{ day: Day; value: DecimalText; former: DecimalText; reason: string }>
>;

export type StrategyEvent =
  ObjectiveAdded | ObjectiveRevised | ObjectiveRetired | ObjectivesWeighed | ActualReported | ActualCorrected;
