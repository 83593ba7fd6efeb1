import type { Day, Instant } from '@docket/kernel';
import type {
  Defects,
  DeliveryConfidence,
  OwnStatus,
  ReportedFigures,
  Requirements,
  Satisfaction,
  Source,
} from './domain/project';
import { reportDifferenceOf, type FieldDifference } from './domain/project/difference';
import type { Correction, ReportVersion, StatusReportRow } from './project.tables';

/** What a report said from one event on; what was not reported is null, or absent among the figures. */
export type ReportVersionView = Readonly<{
  figures: ReportedFigures;
  ownStatus: OwnStatus | null;
  defects: Defects | null;
  satisfaction: Satisfaction | null;
  requirements: Requirements | null;
  /** Cumulative, in hours. */
  personTimeHours: string | null;
  confidence: DeliveryConfidence | null;
  narrative: string | null;
  eventId: string;
  /** The revision of its event in the stream of the project. */
  revision: number;
  actor: string;
  date: Instant;
}>;

/**
 * A report as last corrected, and every value it had before: with who took it back, when and why, and what was said otherwise
 * in its place, field by field; `after` is null where the correction says nothing any more.
 */
export type ReportView = ReportVersionView &
  Readonly<{
    reportedFor: Day;
    source: Source | null;
    corrections: readonly Readonly<{
      former: ReportVersionView;
      correctedBy: string;
      correctedAt: Instant;
      reason: string;
      differences: readonly FieldDifference[];
    }>[];
  }>;

const versionView = (said: ReportVersion): ReportVersionView => ({
  figures: said.figures,
  ownStatus: said.ownStatus ?? null,
  defects: said.defects ?? null,
  satisfaction: said.satisfaction ?? null,
  requirements: said.requirements ?? null,
  personTimeHours: said.personTimeHours ?? null,
  confidence: said.confidence ?? null,
  narrative: said.narrative ?? null,
  eventId: said.eventId,
  revision: said.revision,
  actor: said.actor,
  date: said.knownAt ?? said.recordedAt,
});

/** `after` took the place of the former value: the next former one, or what stands now. */
const correctionView = ({ former, correctedBy, correctedAt, reason }: Correction, after: ReportVersion) => ({
  former: versionView(former),
  correctedBy,
  correctedAt,
  reason,
  differences: reportDifferenceOf(former, after),
});

export const reportView = ({ reported_for, said, source, corrections }: StatusReportRow): ReportView => ({
  reportedFor: reported_for,
  ...versionView(said),
  source,
  corrections: corrections.map((one, at) => correctionView(one, corrections[at + 1]?.former ?? said)),
});
