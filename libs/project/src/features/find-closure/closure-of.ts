import { refuse, type Cut, type ReadModel, type Refused } from '@docket/kernel';
import { closureTable, type ClosureCorrection } from '../../closure.tables';
import { closureView, type ClosureView } from '../../closure.view';
import type { Baselines } from '../../domain/project';
import { projectTable } from '../../project.tables';
import { unknownThen } from '../../project.view';
import { standingFigures, type StandingFigures } from '../../standing-figures';

/** A closure report whole: with what it said before, and beside it what was authorised and what was last reported. */
export type ClosureDetail = ClosureView &
  Readonly<{
    corrections: readonly ClosureCorrection[];
    baseline: Baselines | null;
    reported: StandingFigures;
  }>;

/** The closure report of a project at a cut. */
export const closureOf = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId }: Readonly<{ projectId: string }>,
): Promise<ClosureDetail | Refused<'project-unknown' | 'closure-not-given'>> => {
  const project = await readModel.rowAsOf(projectTable, cut.number, projectId);
  if (!project) return unknownThen(projectId, cut);
  const row = await readModel.rowAsOf(closureTable, cut.number, projectId);
  if (!row)
    return refuse('closure-not-given', `No closure report of "${project.name}" was given as of ${cut.at}.`);
  const { corrections } = row;
  const { baseline } = project;
  return {
    ...closureView(projectId, project.name, row),
    corrections,
    baseline,
    reported: standingFigures(project),
  };
};
