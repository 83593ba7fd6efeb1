import type { Gather } from '@docket/kernel';
import { objectiveById, Portfolio, Strategy, strategyIdOf, type Objective } from '@docket/portfolio';
import { Project, stands, type KnownProject } from '@docket/project';
import type { AlignmentFacts, ComponentFacts, ObjectiveFacts } from '../domain/alignment';

const componentFacts = ({
  portfolioId,
  name,
  status,
  proposer,
  sponsor,
  manager,
  declined,
}: KnownProject): ComponentFacts => ({
  portfolioId,
  name,
  status,
  stands: stands(status),
  people: [proposer, sponsor, manager].filter((one) => one !== undefined),
  declined: declined.map(({ personId }) => personId),
});

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
