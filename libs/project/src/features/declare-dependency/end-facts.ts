import type { Gather, Receipt, Refused } from '@docket/kernel';
import { partsIn, Project } from '../../domain/project';
import type { EndFacts } from '../../domain/dependency-graph';

/** What a dependency asks of the project at one end, gathered as a guard. */
export const endOf = async (gather: Gather, projectId: string): Promise<EndFacts> => {
  const state = await gather(Project, projectId);
  if (state.status === 'absent') return { projectId, status: 'absent' };
  const { portfolioId, name, status: projectStatus } = state;
  const people = [...partsIn(state).keys()];
  return { projectId, status: 'known', portfolioId, name, projectStatus, people };
};

/** The receipt of a write to the graph, with the id of the one dependency it is about. */
export const naming = <R extends Refused<string>>(answer: Receipt | R, id: string): Receipt | R =>
  answer.outcome === 'accepted' ? { ...answer, id } : answer;
