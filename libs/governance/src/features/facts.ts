import { loadState, type CommandRuntime, type Gather } from '@docket/kernel';
import { decidableOutcomes, partsIn, Project, type ProjectState } from '@docket/project';
import { Body, type BodyState } from '../domain/body';
import { Motion, type ProjectFacts } from '../domain/motion';

/** A project as a ballot sees it; `undefined` where there is none. */
export const projectFacts = (project: ProjectState): ProjectFacts | undefined => {
  if (project.status === 'absent') return undefined;
  const { projectId, portfolioId, status, openMotion } = project;
  return {
    projectId,
    portfolioId,
    status,
    decidable: decidableOutcomes(project),
    parts: partsIn(project),
    ...(openMotion === undefined ? {} : { openMotion }),
  };
};

type Facts = Readonly<{ body: BodyState; project: ProjectFacts | undefined; projectRevision: number }>;

/** A body and a project, gathered as guards. */
export const factsOf = async (
  gather: Gather,
  { bodyId, projectId }: Readonly<{ bodyId: string; projectId: string }>,
): Promise<Facts> => {
  const body = await gather(Body, bodyId);
  const { state, revision } = await gather.withRevision(Project, projectId);
  return { body, project: projectFacts(state), projectRevision: revision };
};

/** The body and the project a motion was tabled on; which ones they are never changes, so that finding out needs no guard. */
export const factsOfMotion = async (
  runtime: CommandRuntime,
  gather: Gather,
  motionId: string,
): Promise<Facts> => {
  const motion = await loadState(runtime, Motion, motionId);
  if (motion.status === 'absent')
    return { body: { status: 'absent' }, project: undefined, projectRevision: -1 };
  return factsOf(gather, motion);
};
