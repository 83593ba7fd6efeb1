import { loadState, type CommandRuntime, type Gather } from '@docket/kernel';
import { GateSet, gateSetIdOf, type GateSetState } from '../../domain/gate-set';
import { Project } from '../../domain/project';

/** The gates published for projects in the portfolio of this one, gathered as a guard; none where there is no such project. */
export const gatesOfProject = async (
  runtime: CommandRuntime,
  gather: Gather,
  projectId: string,
): Promise<GateSetState> => {
  const project = await loadState(runtime, Project, projectId);
  return project.status === 'absent'
    ? { version: 0, gates: [] }
    : gather(GateSet, gateSetIdOf(project.portfolioId, 'project'));
};
