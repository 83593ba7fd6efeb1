import { defineTable, type Instant } from '@docket/kernel';
import type { ClosedAs, ClosureContent } from './domain/project';

/** What a closure report said from one event on, and who said it. */
export type ClosureVersion = ClosureContent &
  Readonly<{ eventId: string; revision: number; by: string; at: Instant }>;

/** What a closure report said before, and what took its place. */
export type ClosureCorrection = Readonly<{ former: ClosureVersion; by: string; at: Instant; reason: string }>;

/** A closure report as last corrected; `corrections` from the first to the last. */
export type ClosureRow = Readonly<{
  outcome: ClosedAs;
  motion_id: string;
  said: ClosureVersion;
  corrections: readonly ClosureCorrection[];
}>;

/** One row per project whose closure report was given, by its id; scope: its portfolio. */
export const closureTable = defineTable<ClosureRow>('closure', {
  outcome: 'text',
  motion_id: 'text',
  said: 'json',
  corrections: 'json',
});
