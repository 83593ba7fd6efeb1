import type { DecimalText } from '@docket/kernel';
import type { ProjectRow } from '@docket/project';
import type { AssessmentRow } from '../../assessment.projection';
import type { MeasuredComponent } from '../../domain/measures/measures';
import type { Placed } from '../../domain/ranking/rank';

/** An objective that a component is confirmed to serve, as far as it counts for its alignment. */
export type Served = Readonly<{ id: string; name: string; weight: DecimalText | null; level: number }>;

/** A component that competes for a place, as it was known at one moment: what its placements follow from. */
export type Seen = Readonly<{
  row: ProjectRow;
  measured: MeasuredComponent;
  placed: Placed;
  /** The assessments that count. */
  counted: readonly AssessmentRow[];
  served: readonly Served[];
}>;

/** What an event found of a component and what it left; undefined where it does not compete. */
export type Change = Readonly<{ before: Seen | undefined; after: Seen | undefined }>;
