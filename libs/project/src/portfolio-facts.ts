import { loadState, type CommandRuntime, type Gather } from '@docket/kernel';
import { Portfolio } from '@docket/portfolio';
import { Project, type PortfolioFacts } from './domain/project';

/**
 * What the portfolio of a project allows, gathered as a guard. A project stays in the portfolio it began in, so that finding
 * out which one needs no guard.
 */
export const portfolioOfProject = async (
  runtime: CommandRuntime,
  gather: Gather,
  projectId: string,
): Promise<PortfolioFacts> => {
  const project = await loadState(runtime, Project, projectId);
  return project.status === 'absent' ? { status: 'absent' } : gather(Portfolio, project.portfolioId);
};
