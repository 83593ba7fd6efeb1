import type { Projection } from '@docket/kernel';
import type { ProjectEvent } from './domain/project';
import { statusReportKey, statusReportTable, type StatusReportRow } from './project.tables';

export const statusReportsProjection: Projection<StatusReportRow, ProjectEvent> = {
  table: statusReportTable,
  on: {
    StatusReported: ({ id, revision, data }) => {
      const { projectId, reportedFor, figures, confidence = null, narrative = null, source = null } = data;
      const row = {
        reported_for: reportedFor,
        figures,
        confidence,
        narrative,
        source,
        event_id: id,
        revision,
      };
      return [{ key: statusReportKey(projectId, reportedFor), scope: projectId, to: () => row }];
    },
  },
};
