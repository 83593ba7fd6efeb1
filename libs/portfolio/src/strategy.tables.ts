import { defineTable, type Day, type DecimalText, type Instant } from '@docket/kernel';
import type { DatedValue, ObjectiveMeasure } from './domain/strategy';

/** The last time it was stated anew; `reason` is null where only its wording changed, and where nobody was asked yet. */
export type LastRevision = Readonly<{ at: Instant; by: string; reason: string | null }>;

export type ObjectiveRow = Readonly<{
  name: string;
  description: string;
  measure: ObjectiveMeasure;
  baseline: DatedValue;
  target: DatedValue;
  /** Null while nobody has weighed it. */
  weight: DecimalText | null;
  status: 'active' | 'retired';
  /** How many days a value was reported for. */
  actuals: number;
  /** The value that stands for the latest day reported. */
  last_actual: DatedValue | null;
  last_revision: LastRevision | null;
}>;

/** One row per objective, retired ones included, by id; scope: the portfolio. */
export const objectiveTable = defineTable<ObjectiveRow>('objective', {
  name: 'text',
  description: 'text',
  measure: 'json',
  baseline: 'json',
  target: 'json',
  weight: 'decimal',
  status: 'text',
  actuals: 'integer',
  last_actual: 'json',
  last_revision: 'json',
});

/** What stood before a correction, and why it was wrong. */
export type CorrectionJson = Readonly<{ former: DecimalText; reason: string; by: string; at: Instant }>;

export type ActualRow = Readonly<{
  day: Day;
  /** The value that stands, in the unit of the measure. */
  value: DecimalText;
  note: string | null;
  reported_by: string;
  reported_at: Instant;
  /** Oldest first. */
  corrections: readonly CorrectionJson[];
}>;

/** One row per objective and day, by `actualKey`; scope: the objective. */
export const actualTable = defineTable<ActualRow>('objective_actual', {
  day: 'text',
  value: 'decimal',
  note: 'text',
  reported_by: 'text',
  reported_at: 'text',
  corrections: 'json',
});

export const actualKey = (objectiveId: string, day: Day): string => `${objectiveId}/${day}`;
