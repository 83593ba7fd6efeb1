import { loadState, type CommandRuntime, type Gather } from '@docket/kernel';
import { Composition, compositionIdOf, nodeById, Portfolio } from '@docket/portfolio';
import { Project, type PlaceProject } from '../../domain/project';

type Facts = Pick<PlaceProject['data'], 'portfolio' | 'node'>;

/**
 * The portfolio of a project and the node it is to stand in, gathered as guards. A node of another portfolio is none of
 * this composition. A project stays in the portfolio it began in, so that finding out which one needs no guard.
 */
export const placingFacts = async (
  runtime: CommandRuntime,
  gather: Gather,
  { projectId, nodeId }: Pick<PlaceProject['data'], 'projectId' | 'nodeId'>,
): Promise<Facts> => {
  const project = await loadState(runtime, Project, projectId);
  if (project.status === 'absent') return { portfolio: { status: 'absent' } };
  const portfolio = await gather(Portfolio, project.portfolioId);
  if (nodeId === null) return { portfolio };
  const node = nodeById(await gather(Composition, compositionIdOf(project.portfolioId)), nodeId);
  return { portfolio, ...(node ? { node } : {}) };
};
