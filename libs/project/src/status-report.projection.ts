import type { Change, Projection, Recorded } from '@docket/kernel';
import type { ProjectEvent, ReportContent, StatusReportCorrected, StatusReported } from './domain/project';
import {
  statusReportKey,
  statusReportTable,
  type ReportVersion,
  type StatusReportRow,
} from './project.tables';

const versionIn = (
  { id: eventId, revision, meta }: Recorded<StatusReported | StatusReportCorrected>,
  content: ReportContent,
): ReportVersion => {
  const { actor, recordedAt, knownAt = null } = meta;
  return { ...content, eventId, revision, actor, recordedAt, knownAt };
};

const reported = (event: Recorded<StatusReported>): readonly Change<StatusReportRow>[] => {
  const { projectId, reportedFor, source = null, ...content } = event.data;
  const row = { reported_for: reportedFor, said: versionIn(event, content), source, corrections: [] };
  return [{ key: statusReportKey(projectId, reportedFor), scope: projectId, to: () => row }];
};

const corrected = (event: Recorded<StatusReportCorrected>): readonly Change<StatusReportRow>[] => {
  const { projectId, reportedFor, corrects: _, reason, ...content } = event.data;
  const { actor: correctedBy, recordedAt: correctedAt } = event.meta;
  const to = (row: StatusReportRow | undefined): StatusReportRow => {
    if (!row)
      throw new Error(`A report of ${projectId} for ${reportedFor} was corrected before it was given.`);
    const correction = { former: row.said, correctedBy, correctedAt, reason };
    const { confidence = row.said.confidence } = content;
    const said = versionIn(event, { ...content, ...(confidence ? { confidence } : {}) });
    return { ...row, said, corrections: [...row.corrections, correction] };
  };
  return [{ key: statusReportKey(projectId, reportedFor), scope: projectId, to }];
};

export const statusReportsProjection: Projection<StatusReportRow, ProjectEvent> = {
  table: statusReportTable,
  on: { StatusReported: reported, StatusReportCorrected: corrected },
};
