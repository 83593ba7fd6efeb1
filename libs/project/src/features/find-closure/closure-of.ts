import type { Cut, Instant, ReadModel, Refused } from '@docket/kernel';
import { closureDue } from '../../closure-due';
import { closureTable, type ClosureCorrection } from '../../closure.tables';
import { closureView, type ClosureView } from '../../closure.view';
import type { Baselines, ProjectStatus } from '../../domain/project';
import { projectTable } from '../../project.tables';
import { unknownThen } from '../../project.view';
import { standingFigures, type StandingFigures } from '../../standing-figures';

/**
 * The closure report of a project with what it said before it was corrected, null while none was given; beside it what was authorised and what
 * was last reported. `due`: by when a report that is not there yet is to be given; null where none is waited for.
 */
export type ClosureAnswer = Readonly<{
  projectId: string;
  name: string;
  status: ProjectStatus;
  due: Instant | null;
  closure: (ClosureView & Readonly<{ corrections: readonly ClosureCorrection[] }>) | null;
  baseline: Baselines | null;
  reported: StandingFigures;
}>;

/** The closure report of a project at a cut. */
export const closureOf = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId }: Readonly<{ projectId: string }>,
): Promise<ClosureAnswer | Refused<'project-unknown'>> => {
  const project = await readModel.rowAsOf(projectTable, cut.number, projectId);
  if (!project) return unknownThen(projectId, cut);
  const row = await readModel.rowAsOf(closureTable, cut.number, projectId);
  const { name, status, baseline } = project;
  return {
    ...{ projectId, name, status },
    due: row ? null : closureDue(project),
    closure: row ? { ...closureView(projectId, name, row), corrections: row.corrections } : null,
    ...{ baseline, reported: standingFigures(project) },
  };
};
