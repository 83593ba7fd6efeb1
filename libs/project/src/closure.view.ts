import type { Day, Instant, Money } from '@docket/kernel';
import type { ClosureRow } from './closure.tables';
import type { ClosedAs } from './domain/project';

/** A closure report as answers show it: as it stands, last said by `by` at `at`. */
export type ClosureView = Readonly<{
  projectId: string;
  name: string;
  outcome: ClosedAs;
  /** The motion whose decision ended the work. */
  motionId: string;
  finalCost: Money;
  start: Day | null;
  finish: Day;
  lessons: string;
  benefitOwner: string | null;
  noOwnerReason: string | null;
  by: string;
  at: Instant;
  /** How often it was corrected. */
  corrected: number;
}>;

export const closureView = (
  projectId: string,
  name: string,
  { outcome, motion_id, said, corrections }: ClosureRow,
): ClosureView => ({
  projectId,
  name,
  outcome,
  motionId: motion_id,
  finalCost: said.finalCost,
  start: said.start ?? null,
  finish: said.finish,
  lessons: said.lessons,
  benefitOwner: said.benefitOwner ?? null,
  noOwnerReason: said.noOwnerReason ?? null,
  by: said.by,
  at: said.at,
  corrected: corrections.length,
});
