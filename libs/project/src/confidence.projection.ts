import type { Change, Projection, Recorded } from '@docket/kernel';
import { judgementRowKey, judgementTable, type JudgementRow } from './confidence.tables';
import type { DeliveryConfidenceJudged, DeliveryConfidenceWithdrawn, ProjectEvent } from './domain/project';

const judged = (event: Recorded<DeliveryConfidenceJudged>): readonly Change<JudgementRow>[] => {
  const { id: eventId, revision, data, meta } = event;
  const { projectId, judgedFor, reviewer, scale, rating, reason } = data;
  const { recordedAt, knownAt = null } = meta;
  const said = { scale, rating, reason, eventId, revision, recordedAt, knownAt, withdrawn: null };
  const to = (row: JudgementRow | undefined): JudgementRow => ({
    judged_for: judgedFor,
    reviewer,
    versions: [...(row?.versions ?? []), said],
  });
  return [{ key: judgementRowKey(projectId, judgedFor, reviewer), scope: projectId, to }];
};

const withdrawn = (event: Recorded<DeliveryConfidenceWithdrawn>): readonly Change<JudgementRow>[] => {
  const { id: eventId, data, meta } = event;
  const { projectId, judgedFor, reviewer, reason } = data;
  const to = (row: JudgementRow | undefined): JudgementRow => {
    const last = row?.versions.at(-1);
    if (!row || !last)
      throw new Error(`A judgement of ${projectId} for ${judgedFor} was withdrawn before it was given.`);
    const taken = { by: meta.actor, at: meta.knownAt ?? meta.recordedAt, reason, eventId };
    return { ...row, versions: [...row.versions.slice(0, -1), { ...last, withdrawn: taken }] };
  };
  return [{ key: judgementRowKey(projectId, judgedFor, reviewer), scope: projectId, to }];
};

export const judgementsProjection: Projection<JudgementRow, ProjectEvent> = {
  table: judgementTable,
  on: { DeliveryConfidenceJudged: judged, DeliveryConfidenceWithdrawn: withdrawn },
};
