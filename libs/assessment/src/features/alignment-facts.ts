import type { Gather } from '@docket/kernel';
import { objectiveById, Portfolio, Strategy, strategyIdOf, type Objective } from '@docket/portfolio';
import { partsIn, Project, stands, type KnownProject } from '@docket/project';
import type { AlignmentFacts, ComponentFacts, ObjectiveFacts } from '../domain/alignment';

const componentFacts = (project: KnownProject): ComponentFacts => {
  const { portfolioId, name, status } = project;
  const people = [...partsIn(project).keys()];
  const declined = project.declined.map(({ personId }) => personId);
  return { portfolioId, name, status, stands: stands(status), people, declined };
};

const objectiveFacts = ({ definition: { name }, status }: Objective): ObjectiveFacts => ({ name, status });

const NOTHING: AlignmentFacts = {
  portfolio: { status: 'absent' },
  component: undefined,
  objective: undefined,
};

/** Project, portfolio and strategy of a contribution, gathered as guards. A project stays in the portfolio it began in. */
export const alignmentFacts = async (
  gather: Gather,
  { projectId, objectiveId }: Readonly<{ projectId: string; objectiveId: string }>,
): Promise<AlignmentFacts> => {
  const project = await gather(Project, projectId);
  if (project.status === 'absent') return NOTHING;
  const portfolio = await gather(Portfolio, project.portfolioId);
  const strategy = await gather(Strategy, strategyIdOf(project.portfolioId));
  const objective = objectiveById(strategy, objectiveId);
  return {
    portfolio,
    component: componentFacts(project),
    objective: objective && objectiveFacts(objective),
  };
};
