import type { Cut, Instant, ReadModel, Refused } from '@docket/kernel';
import { differenceOf, type FieldDifference } from '../../domain/project/difference';
import { caseRevisionTable, projectTable, type CaseRevisionRow } from '../../project.tables';
import { unknownThen } from '../../project.view';

/** One revision of a business case: who stated it when, and what it says otherwise than the one before it. */
export type CaseRevision = Readonly<{
  /** From 1: the case as it was first stated. */
  number: number;
  /** Its date on the portfolio's timeline: when it was known, where that is not when it was recorded. */
  date: Instant;
  actor: string;
  eventId: string;
  /** The revision of its event in the stream of the project. */
  revision: number;
  differences: readonly FieldDifference[];
}>;

const revisionOf = (row: CaseRevisionRow, at: number, rows: readonly CaseRevisionRow[]): CaseRevision => ({
  number: at + 1,
  date: row.known_at ?? row.recorded_at,
  actor: row.actor,
  eventId: row.event_id,
  revision: row.revision,
  differences: differenceOf(rows[at - 1]?.stated, row.stated),
});

/** The revisions of the business case of a project at a cut, oldest first; none of work that never had a case. */
export const revisionsOf = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId }: Readonly<{ projectId: string }>,
): Promise<readonly CaseRevision[] | Refused<'project-unknown'>> => {
  const project = await readModel.rowAsOf(projectTable, cut.number, projectId);
  if (!project) return unknownThen(projectId, cut);
  const rows = await readModel.rowsAsOf(caseRevisionTable, cut.number, { scope: projectId });
  return rows
    .map(({ row }) => row)
    .sort((a, b) => a.revision - b.revision)
    .map(revisionOf);
};
