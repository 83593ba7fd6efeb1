import type { Cut, Instant, ReadModel, Refused } from '@docket/kernel';
import { differenceOf, type FieldDifference, type StandingCase } from '../../domain/project/difference';
import { holdersAfter } from '../../domain/project/part.state';
import {
  caseRevisionTable,
  projectTable,
  type CaseRevisionRow,
  type PartInRevision,
} from '../../project.tables';
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
  /** Where nobody stated the case, but a part was declined, with the reason, or taken up again; else null. */
  part: PartInRevision | null;
}>;

/** The case as it stands once this was said. */
const standingAfter = (
  before: StandingCase | undefined,
  { stated, part }: CaseRevisionRow,
): StandingCase | undefined => {
  if (stated) return stated;
  if (!before || !part) return before;
  return { ...before, ...holdersAfter(before, { type: part.event, data: part }) };
};

const revisionsIn = (rows: readonly CaseRevisionRow[]): readonly CaseRevision[] => {
  let before: StandingCase | undefined;
  return rows.map((row, at) => {
    const after = standingAfter(before, row);
    const differences = after ? differenceOf(before, after) : [];
    before = after;
    return {
      number: at + 1,
      date: row.known_at ?? row.recorded_at,
      actor: row.actor,
      eventId: row.event_id,
      revision: row.revision,
      differences,
      part: row.part,
    };
  });
};

/** The revisions of the business case of a project at a cut, oldest first; none of work that never had a case. */
export const revisionsOf = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId }: Readonly<{ projectId: string }>,
): Promise<readonly CaseRevision[] | Refused<'project-unknown'>> => {
  const project = await readModel.rowAsOf(projectTable, cut.number, projectId);
  if (!project) return unknownThen(projectId, cut);
  const rows = await readModel.rowsAsOf(caseRevisionTable, cut.number, { scope: projectId });
  return revisionsIn(rows.map(({ row }) => row).sort((a, b) => a.revision - b.revision));
};
