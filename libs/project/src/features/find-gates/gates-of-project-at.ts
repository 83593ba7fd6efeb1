import type { Cut, ReadModel, Refused } from '@docket/kernel';
import { gateStandingTable, type PassedInRow } from '../../gate.tables';
import { standingGateView, type StandingGateView } from '../../gate.view';
import { projectTable } from '../../project.tables';
import { unknownThen } from '../../project.view';

/** Where a project stands among its gates: null where it stands at none; passed ones in the order in which it passed them. */
export type ProjectGates = Readonly<{
  projectId: string;
  name: string;
  standing: StandingGateView | null;
  passed: readonly PassedInRow[];
}>;

/** Where a project stood among its gates at a cut. */
export const gatesOfProjectAt = async (
  readModel: ReadModel,
  cut: Cut,
  { projectId }: Readonly<{ projectId: string }>,
): Promise<ProjectGates | Refused<'project-unknown'>> => {
  const project = await readModel.rowAsOf(projectTable, cut.number, projectId);
  if (!project) return unknownThen(projectId, cut);
  const row = await readModel.rowAsOf(gateStandingTable, cut.number, projectId);
  const standing = row?.standing ? standingGateView(row.standing, project) : null;
  return { projectId, name: project.name, standing, passed: row?.passed ?? [] };
};
