import { loadState, type CommandRuntime, type Gather, type Instant } from '@docket/kernel';
import { barredFrom, decidableOutcomes, gateInTheWay, Project, type ProjectState } from '@docket/project';
import { Body, type BodyState } from '../domain/body';
import { Motion, type CloseBallot, type ProjectFacts } from '../domain/motion';

/** A project as a ballot sees it; `undefined` where there is none. */
export const projectFacts = (project: ProjectState): ProjectFacts | undefined => {
  if (project.status === 'absent') return undefined;
  const { projectId, portfolioId, status, openMotion } = project;
  const gate = gateInTheWay(project);
  return {
    projectId,
    portfolioId,
    status,
    decidable: decidableOutcomes(project),
    parts: barredFrom(project),
    ...(openMotion === undefined ? {} : { openMotion }),
    ...(gate ? { gate } : {}),
  };
};

/** Whom a motion asks about what. */
type Asked = Readonly<{ bodyId: string; projectId: string }>;
type Facts = Readonly<{ body: BodyState; project: ProjectFacts | undefined; projectRevision: number }>;

/** What is gathered where there is no motion, which is refused before anything of it is looked at. */
export const NONE: Facts = { body: { status: 'absent' }, project: undefined, projectRevision: -1 };

/** A body and a project, gathered as guards. */
export const factsOf = async (gather: Gather, { bodyId, projectId }: Asked): Promise<Facts> => {
  const body = await gather(Body, bodyId);
  const { state, revision } = await gather.withRevision(Project, projectId);
  return { body, project: projectFacts(state), projectRevision: revision };
};

/**
 * The body a motion is before, and its project. Finding out which ones they are needs no guard: only an event of the motion itself changes that, and
 * nothing is decided on a motion behind which another event has come.
 */
export const factsOfMotion = async (
  runtime: CommandRuntime,
  gather: Gather,
  motionId: string,
): Promise<Facts> => {
  const motion = await loadState(runtime, Motion, motionId);
  return motion.status === 'absent' ? NONE : factsOf(gather, motion);
};

/** The same, and as they stood when the ballot's time ended: which time that is, is fixed once the ballot is open. */
export const factsOfClosing = async (
  runtime: CommandRuntime,
  gather: Gather,
  motionId: string,
): Promise<CloseBallot['data']> => {
  const motion = await loadState(runtime, Motion, motionId);
  if (motion.status === 'absent') return { ...NONE, whenOver: NONE };
  const now = await factsOf(gather, motion);
  const closesAt = motion.status === 'ballot-open' ? motion.ballot.closesAt : undefined;
  return { ...now, whenOver: closesAt === undefined ? now : await factsBefore(gather, motion, closesAt) };
};

const factsBefore = async (gather: Gather, { bodyId, projectId }: Asked, instant: Instant) => ({
  body: await gather.before(Body, bodyId, instant),
  project: projectFacts(await gather.before(Project, projectId, instant)),
});
