import type { Change, Json, Projection, Recorded } from '@docket/kernel';
import type { ProjectEvent } from './domain/project';
import { projectEventTable, type ProjectEventRow } from './project.tables';

/** Long texts stand in the tables of words and reports; they are not kept a second time. */
const ELSEWHERE: ReadonlySet<string> = new Set(['projectId', 'summary', 'description', 'narrative']);

const detailsOf = (data: Readonly<Record<string, Json | undefined>>): Readonly<Record<string, Json>> => {
  const kept: Record<string, Json> = {};
  for (const [field, value] of Object.entries(data))
    if (value !== undefined && !ELSEWHERE.has(field)) kept[field] = value;
  return kept;
};

const happened = (event: Recorded<ProjectEvent>): readonly Change<ProjectEventRow>[] => {
  const { id, type, stream, revision, meta, data } = event;
  const { actor, recordedAt: recorded_at, knownAt: known_at = null } = meta;
  const row = { type, stream, revision, actor, recorded_at, known_at, details: detailsOf({ ...data }) };
  return [{ key: id, scope: data.projectId, to: () => row }];
};

export const eventsProjection: Projection<ProjectEventRow, ProjectEvent> = {
  table: projectEventTable,
  on: {
    ProjectProposed: happened,
    ProposalRevised: happened,
    ProposalWithdrawn: happened,
    AuthorisedProjectImported: happened,
    ProjectRedescribed: happened,
    StatusReported: happened,
    DepartureNoted: happened,
    ReturnNoted: happened,
    MotionClaimed: happened,
    MotionReleased: happened,
    DecisionCarried: happened,
  },
};
