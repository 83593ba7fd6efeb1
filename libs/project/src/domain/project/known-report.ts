import { canonicalJson, sha256, type Day } from '@docket/kernel';
import type { Report } from './project.commands';
import type { StatusReportCorrected, StatusReported } from './project.events';
import type { DeliveryConfidence } from './status-report';

/**
 * The report of one day: the digest of each content it had, corrections last; that of the last one without the rating a list
 * may have published with it, which is no word of the reporter's; and the revision of the event that said the last.
 */
export type KnownReport = Readonly<{
  contents: readonly string[];
  told: string;
  confidence?: DeliveryConfidence;
  revision: number;
}>;

/** The content of a report without where it was read: two reports of one content are one report. */
export const digestOf = (report: Report): string => sha256(canonicalJson({ ...report, source: undefined }));

/** The same without a published rating. */
export const toldDigestOf = (report: Report): string => digestOf({ ...report, confidence: undefined });

const known = (report: Report, before: readonly string[], revision: number): KnownReport => ({
  contents: [...before, digestOf(report)],
  told: toldDigestOf(report),
  ...(report.confidence ? { confidence: report.confidence } : {}),
  revision,
});

const knownReport = ({ data }: StatusReported, revision: number): KnownReport => {
  const { projectId: _, ...report } = data;
  return known(report, [], revision);
};

/** A correction leaves the rating that was published with the report as it is. */
const knownCorrection = (
  before: KnownReport | undefined,
  { data }: StatusReportCorrected,
  revision: number,
): KnownReport => {
  const { projectId: _, corrects: __, reason: ___, ...report } = data;
  const confidence = report.confidence ?? before?.confidence;
  return known({ ...report, ...(confidence ? { confidence } : {}) }, before?.contents ?? [], revision);
};

/** What was reported for each day, once a report was given or corrected. */
export const reportsAfter = (
  reports: ReadonlyMap<Day, KnownReport>,
  event: StatusReported | StatusReportCorrected,
  revision: number,
): ReadonlyMap<Day, KnownReport> => {
  const { reportedFor } = event.data;
  const report =
    event.type === 'StatusReported'
      ? knownReport(event, revision)
      : knownCorrection(reports.get(reportedFor), event, revision);
  return new Map(reports).set(reportedFor, report);
};
