import type { Change, Instant, Metadata, Projection, Recorded } from '@docket/kernel';
import { contributionKey, contributionTable, type ContributionRow } from './alignment.tables';
import type { AlignmentEvent, ContributionClaimed } from './domain/alignment';

/** When the organisation knew it. */
const momentOf = ({ knownAt, recordedAt }: Metadata): Instant => knownAt ?? recordedAt;

const claimed = ({ data, meta }: Recorded<ContributionClaimed>): Change<ContributionRow> => {
  const { portfolioId: scope, projectId, objectiveId, scale, level, reason, claimedBy } = data;
  const claim = { level, reason, by: claimedBy, at: momentOf(meta) };
  const ids = { project_id: projectId, objective_id: objectiveId };
  return {
    key: contributionKey(projectId, objectiveId),
    scope,
    to: (row) => {
      const standing = row && row.status !== 'withdrawn' ? row.confirmation : null;
      const stands = standing && row ? row.scale : scale;
      return { ...ids, status: 'claimed', scale: stands, claim, confirmation: standing };
    },
  };
};

const changed = (
  { portfolioId: scope, projectId, objectiveId }: AlignmentEvent['data'],
  change: Partial<ContributionRow>,
): Change<ContributionRow> => {
  const key = contributionKey(projectId, objectiveId);
  const to = (row: ContributionRow | undefined) => {
    if (!row) throw new Error(`Contribution ${key} changed before it was claimed.`);
    return { ...row, ...change };
  };
  return { key, scope, to };
};

/** How the table of contributions follows from the events of alignments. */
export const alignmentProjection: Projection<ContributionRow, AlignmentEvent> = {
  table: contributionTable,
  on: {
    ContributionClaimed: (event) => [claimed(event)],
    ContributionConfirmed: ({ data, meta }) => {
      const { scale, level, reason, confirmedBy } = data;
      const confirmation = { level, reason, by: confirmedBy, at: momentOf(meta) };
      return [changed(data, { status: 'confirmed', scale, confirmation })];
    },
    ContributionWithdrawn: ({ data }) => [changed(data, { status: 'withdrawn' })],
  },
};
